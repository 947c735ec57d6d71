package dev.llmagents.team.svea.erpnext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static List<List<String>> rows(String books) {
        return CsvText.rows(Books.text(Books.bundle(books), "journal_entry.csv"));
    }

    private static String cell(List<String> row, String column) {
        return row.get(Journal.COLUMNS.indexOf(column));
    }

    @Test
    void writes_a_line_for_each_row_and_the_head_in_the_first_only() {
        List<List<String>> rows = rows(Books.SOUND);
        assertEquals(1 + 2 + 4 + 3, rows.size());
        List<String> first = rows.get(3);
        assertEquals("0", cell(first, "docstatus"));
        assertEquals("2024-01-15", cell(first, "posting_date"));
        assertEquals("No", cell(first, "is_opening"));
        assertEquals("A", cell(first, "custom_sie_serie"));
        assertEquals("1", cell(first, "custom_sie_vernr"));
        assertEquals("Faktura 1", cell(first, "user_remark"));
        assertEquals("1250.00", cell(first, "accounts.debit_in_account_currency"));
        List<String> second = rows.get(4);
        assertTrue(second.subList(0, Journal.COLUMNS.indexOf("accounts.account")).stream()
                .allMatch(String::isEmpty));
        assertEquals("3001 - Försäljning inom Sverige, 25 % moms - ÖBHA", cell(second, "accounts.account"));
        assertEquals("900.00", cell(second, "accounts.credit_in_account_currency"));
    }

    @Test
    void the_opening_balances_are_an_opening_entry_on_the_first_day() {
        List<String> opening = rows(Books.SOUND).get(1);
        assertEquals("Yes", cell(opening, "is_opening"));
        assertEquals("Opening Entry", cell(opening, "voucher_type"));
        assertEquals("2024-01-01", cell(opening, "posting_date"));
        assertEquals("50000.00", cell(opening, "accounts.debit_in_account_currency"));
    }

    @Test
    void an_added_account_has_the_books_own_name_and_one_of_the_chart_the_charts() {
        List<List<String>> rows = rows(Books.SOUND);
        assertEquals("3055 - Försäljning av blåbär - ÖBHA", cell(rows.get(5), "accounts.account"));
        assertEquals("2641 - Debiterad ingående moms - ÖBHA", cell(rows.get(8), "accounts.account"));
    }

    @Test
    void an_account_whose_spelling_is_not_known_is_named_in_a_remark() {
        Bundle bundle = Books.bundle(Books.SOUND);
        assertEquals("6150 - Tryck - ÖBHA", cell(rows(Books.SOUND).get(7), "accounts.account"));
        assertTrue(Books.remarks(bundle, "journal_entry.csv").contains("6150"));
        assertTrue(Books.text(bundle, "README.md").contains("6. Kontonamn"));
    }

    @Test
    void rows_on_the_ledgers_of_customers_and_suppliers_have_a_party_and_no_others() {
        for (List<String> row : rows(Books.SOUND).subList(1, 10)) {
            String account = cell(row, "accounts.account").substring(0, 4);
            String expected =
                    switch (account) {
                        case "1510" -> "Customer";
                        case "2440" -> "Supplier";
                        default -> "";
                    };
            assertEquals(expected, cell(row, "accounts.party_type"), account);
            assertEquals(expected.isEmpty(), cell(row, "accounts.party").isEmpty(), account);
        }
    }

    @Test
    void what_erpnext_refuses_is_left_out_and_named_with_its_reason() {
        Bundle bundle = Books.bundle(Books.FAULTY);
        List<List<String>> rows = rows(Books.FAULTY);
        assertEquals(3, rows.size());
        assertEquals("7", cell(rows.get(1), "custom_sie_vernr"));
        String remarks = Books.remarks(bundle, "journal_entry.csv");
        for (String expected : List.of(
                "balanserar inte: 1 verifikation (B 1)",
                "utanför räkenskapsåret: 1 verifikation (B 2)",
                "finns i ERPNext: 1 verifikation (B 3)",
                "saknar läsbart datum: 1 verifikation (B 4)",
                "saknar rader med belopp: 1 verifikation (B 5)",
                "inte gick att läsa: 1 verifikation (B 6)",
                "Rader med beloppet 0 (1 st)",
                "resultatkonton har ingående balans (3001)")) {
            assertTrue(remarks.contains(expected), expected + " is not in " + remarks);
        }
        assertTrue(Books.text(bundle, "README.md").contains("Utelämnade verifikationer: 6"));
    }

    @Test
    void so_many_left_out_are_counted_and_ten_are_named() {
        StringBuilder books = new StringBuilder(Books.SOUND);
        for (int i = 100; i < 130; i++) {
            books.append("#VER A ").append(i).append(" 20240301 \"x\"\n{\n#TRANS 1930 {} 1.00\n}\n");
        }
        String remarks = Books.remarks(Books.bundle(books.toString()), "journal_entry.csv");
        assertTrue(remarks.contains("30 verifikationer (A 100,"), remarks);
        assertTrue(remarks.contains("A 109 och 20 till)"), remarks);
        assertFalse(remarks.contains("A 110"), remarks);
    }

    @Test
    void opening_balances_that_do_not_even_out_are_left_out() {
        Bundle bundle = Books.bundle(Books.SOUND.replace("#IB 0 2081 -50000.00", "#IB 0 2081 -49999.00"));
        assertTrue(Books.remarks(bundle, "journal_entry.csv").contains("tar inte ut varandra (1.00 kr)"));
        assertFalse(Books.text(bundle, "journal_entry.csv").contains("Opening Entry"));
    }

    @Test
    void a_text_that_is_a_formula_is_made_harmless_and_a_number_stays_one() {
        List<List<String>> rows = rows(Books.IMPORT);
        assertEquals("'@SUM(1+1)", cell(rows.get(1), "user_remark"));
        assertEquals("'-2+3", cell(rows.get(1), "accounts.user_remark"));
        assertEquals("-25", cell(rows.get(2), "accounts.user_remark"));
        assertEquals("1899 - cmd|' /C calc'!A0 - HB{/`", cell(rows.get(2), "accounts.account"));
    }

    @Test
    void an_account_of_the_chart_need_not_be_declared() {
        assertTrue(cell(rows(Books.IMPORT).get(1), "accounts.account").startsWith("1930 - Företagskonto"));
    }

    @Test
    void struck_rows_do_not_count() {
        String books = Books.SOUND.replace(
                "#TRANS 6150 {} 80.00", "#BTRANS 5410 {} 80.00\n#TRANS 6150 {} 80.00");
        assertEquals(rows(Books.SOUND), rows(books));
    }
}
