package dev.llmagents.team.svea.erpnext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BasChartTest {
    private final BasChart chart = BasChart.builtIn();

    @Test
    void knows_the_numbers_of_the_chart_and_no_others() {
        assertEquals(1317, chart.size());
        for (String number : List.of("1010", "1930", "2099", "2614", "3740", "6992", "7999", "8999", "9290")) {
            assertTrue(chart.has(number), number);
        }
        // 3308 has no number in ERPNext's file, 2613 has one, 7993 is not in it.
        for (String number : List.of("3308", "2617", "7990", "0101", "193", "19300", "")) {
            assertFalse(chart.has(number), number);
        }
    }

    @Test
    void every_account_of_the_tax_templates_has_its_name() {
        for (String number : List.of("2611", "2614", "2615", "2621", "2631", "2641", "2645", "2647")) {
            assertTrue(chart.name(number).isPresent(), number);
        }
    }

    @Test
    void finds_the_group_by_two_digits_else_by_one() {
        assertEquals(Optional.of("19 Kassa och bank"), chart.group("1935"));
        assertEquals(
                Optional.of("4 Utgifter/kostnader för varor, material och vissa köpta tjänster"), chart.group("4810"));
        assertEquals(Optional.of("9 Eget Kapital"), chart.group("9500"));
        assertEquals(Optional.empty(), chart.group("0100"));
    }

    @Test
    void tells_where_erpnext_asks_for_a_party() {
        assertEquals(Optional.of("Customer"), chart.partyType("1510"));
        assertEquals(Optional.of("Supplier"), chart.partyType("2440"));
        assertEquals(Optional.empty(), chart.partyType("2441"));
    }
}
