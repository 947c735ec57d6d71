package dev.llmagents.team.felicia.check;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.team.felicia.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberGuardTest {
    private final NumberGuard guard = new NumberGuard(new Facts(
            new TreeMap<>(Map.of(
                    "plan.equity", new BigDecimal("1198710.00"),
                    "backtest.maxDrawdown", new BigDecimal("0.12518"),
                    "order.O1.quantity", new BigDecimal("300"),
                    "plan.var95", new BigDecimal("0.0134"))),
            new TreeSet<>(Set.of(LocalDate.of(2025, 12, 31))),
            new TreeSet<>(Set.of("KVANT", "BRK2"))), Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The equity is 1198710.00.",
                "The equity is 1,198,710.00 EUR.",
                "Värdet är 1 198 710 kr.",
                "It fell by 12.5 % and by 12,52 procent.",
                "It fell by 0.13 of the whole.",
                "300 KVANT are sold on 2025-12-31.",
                "BRK2 is a symbol with a digit.",
                "One of the reasons is that BUY orders wait."
            })
    void what_the_facts_say_stands(String sentence) {
        assertTrue(guard.passes(sentence), sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The equity is 1198711.",
                "It fell by 12.6 %.",
                "It fell by 12.519 %.",
                "Sell 301 KVANT.",
                "Sell 3001 KVANT.",
                "On 2025-12-30 it fell.",
                "Buy TSLA instead.",
                "Buy $Tesla instead.",
                "It will rise by twenty percent.",
                "Det blir en miljon.",
                "It fell by \u0661\u0662 %.",
                "It rose by \u00bd.",
                "Pay to SE4550000000058398257466.",
                "Pay to SE45 5000 0000 0583 9825 7466.",
                ""
            })
    void what_they_do_not_say_is_dropped(String sentence) {
        assertFalse(guard.passes(sentence), sentence);
    }

    @org.junit.jupiter.api.Test
    void a_long_hostile_sentence_is_refused_and_takes_no_time() {
        assertFalse(guard.passes("1,111".repeat(50_000)));
    }
}
