package dev.llmagents.team.svea.sie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.document.UnreadableInputException.Reason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SieReaderTest {
    private static final Charset CP437 = Charset.forName("IBM437");

    private static final String HEAD =
            "#FLAGGA 0\n#SIETYP 4\n#FORMAT PC8\n#GEN 20250101 \"ÅÖ\"\n#FNAMN \"Åkes Möbler AB\"\n"
                    + "#RAR 0 20240101 20241231\n#KONTO 1930 Bank\n#KONTO 3001 \"Försäljning\"\n#UB 0 1930 100.00\n#RES 0 3001 -100\n";

    private static SieFile read(String text) throws UnreadableInputException {
        return SieReader.read("bok.se", text.getBytes(CP437));
    }

    private static SieFile voucher(String... rows) throws UnreadableInputException {
        return read(HEAD + "#VER A 1 20240105 \"Test\" 20240106 AB\n{\n" + String.join("\n", rows) + "\n}\n");
    }

    @ParameterizedTest
    @CsvSource({"IBM437, CP437", "UTF-8, UTF_8", "ISO-8859-1, WINDOWS_1252", "UTF-16, UTF_16"})
    void reads_the_same_from_every_encoding(String charset, SieEncoding encoding) throws UnreadableInputException {
        SieFile file = SieReader.read("bok.se", HEAD.getBytes(Charset.forName(charset)));
        assertEquals(encoding, file.encoding());
        assertEquals("Åkes Möbler AB", file.header().companyName());
        assertEquals("Försäljning", file.account("3001").orElseThrow().name());
        assertEquals(0, file.noted("SIE-006"));
    }

    @Test
    void takes_a_byte_order_mark_for_no_letter() throws UnreadableInputException {
        SieFile file = SieReader.read("bok.se", ("\uFEFF" + HEAD).getBytes(StandardCharsets.UTF_8));
        assertEquals(SieEncoding.UTF_8, file.encoding());
        assertEquals(List.of(), file.notes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void counts_lines_whatever_ends_them(String end) throws UnreadableInputException {
        SieFile file = read((HEAD + "\n#VER A 1 20240105 x\n{\n#TRANS 1930 {} 1.00\n}\n").replace("\n", end));
        assertEquals(12, file.vouchers().get(0).line());
        assertEquals(14, file.vouchers().get(0).rows().get(0).line());
    }

    @Test
    void reads_all_fields_of_a_voucher_and_its_rows() throws UnreadableInputException {
        SieVoucher voucher = voucher(
                        "\t#TRANS\t1930 {1 \"10\" \"6\" \"a b\"}   -12.5 20240107 \"Sa \\\"hej\\\" 2\" 3.5 \"BC\"",
                        "#TRANS 3001 {} 12.50")
                .vouchers()
                .get(0);
        SieRow row = voucher.rows().get(0);
        assertEquals("A 1", voucher.name());
        assertEquals(Optional.of(LocalDate.of(2024, 1, 6)), voucher.registered());
        assertEquals("AB", voucher.sign());
        assertEquals(List.of(new ObjectRef("1", "10"), new ObjectRef("6", "a b")), row.objects());
        assertEquals(-1250, row.ore());
        assertEquals(Optional.of(LocalDate.of(2024, 1, 7)), row.date());
        assertEquals("Sa \"hej\" 2", row.text());
        assertEquals("3.5", row.quantity());
        assertEquals("BC", row.sign());
        assertEquals(0, voucher.difference());
    }

    @ParameterizedTest
    @CsvSource({
        "100, 10000, true",
        "-0.5, -50, true",
        "12.34, 1234, true",
        "'1,50', 150, false",
        "+7.00, 700, false",
        "5.000, 500, false",
        "5., 500, false",
        ".5, 50, false"
    })
    void reads_amounts_that_can_mean_only_one_thing(String written, long ore, boolean wellFormed)
            throws UnreadableInputException {
        SieFile file = voucher("#TRANS 1930 {} " + written);
        SieRow row = file.vouchers().get(0).rows().get(0);
        assertTrue(row.isRead());
        assertEquals(ore, row.ore());
        assertEquals(wellFormed ? 0 : 1, file.noted("SIE-009"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "abc", "1.2.3", "12.345", "-", "99999999999999999999.00", "1e5"})
    void does_not_count_an_amount_it_cannot_read(String written) throws UnreadableInputException {
        SieFile file = voucher("#TRANS 1930 {} " + written, "#TRANS 3001 {} -5.00");
        assertFalse(file.vouchers().get(0).rows().get(0).isRead());
        assertFalse(file.vouchers().get(0).isRead());
        assertEquals(1, file.noted("SIE-009"));
    }

    @Test
    void lets_in_no_more_than_what_no_sum_can_overflow() throws UnreadableInputException {
        String large = "#TRANS 1930 {} 6000000000000000.00";
        SieFile file = voucher(large, large, large);
        List<SieRow> rows = file.vouchers().get(0).rows();
        assertTrue(rows.get(0).isRead());
        assertFalse(rows.get(1).isRead());
        assertEquals(600_000_000_000_000_000L, file.vouchers().get(0).difference());
    }

    @Test
    void counts_added_rows_once_and_struck_rows_not_at_all() throws UnreadableInputException {
        SieFile file = voucher(
                "#TRANS 1930 {} 10.00",
                "#BTRANS 3001 {} -9.00 \"\" \"\" 0 \"AB\"",
                "#RTRANS 3001 {} -10.00",
                "#TRANS 3001 {} -10.00");
        SieVoucher voucher = file.vouchers().get(0);
        assertEquals(0, voucher.difference());
        assertEquals(2, voucher.rows().size());
        assertEquals(SieRow.Kind.ADDED, voucher.rows().get(1).kind());
        assertEquals(1, voucher.struck().size());
        assertEquals(0, file.noted("SIE-016"));
    }

    @Test
    void notes_an_added_row_without_its_copy() throws UnreadableInputException {
        assertEquals(
                1, voucher("#RTRANS 3001 {} -10.00", "#TRANS 1930 {} 10.00").noted("SIE-016"));
        assertEquals(
                1, voucher("#TRANS 1930 {} 10.00", "#RTRANS 3001 {} -10.00").noted("SIE-016"));
    }

    @Test
    void goes_on_behind_broken_lines() throws UnreadableInputException {
        SieFile file =
                read(HEAD + "skräp\n#TRANS 1930 {} 1.00\n#MOMS 1\n#VER A 1 20240199 \"öppen\n{\n#TRANS 1930 {} 2.00\n"
                        + "#VER A 2 20240105 x\n{\n#TRANS 1930 {} 3.00\n}\n");
        assertEquals(2, file.vouchers().size());
        assertEquals(300, file.vouchers().get(1).difference());
        assertEquals(1, file.noted("SIE-015"));
        assertEquals(1, file.noted("SIE-007"));
        assertEquals(1, file.noted("SIE-010"));
        assertEquals(3, file.noted("SIE-008"));
    }

    @Test
    void keeps_a_backslash_at_the_end_of_a_path() throws UnreadableInputException {
        SieFile file = read(HEAD + "#FNR \"C:\\Bok\\\"\n#PROSA \"x\"\n");
        assertEquals("C:\\Bok\\", file.header().companyNumber());
        assertEquals("x", file.header().remark());
        assertEquals(0, file.noted("SIE-008"));
    }

    @Test
    void tells_an_export_from_an_import_by_its_balances() throws UnreadableInputException {
        assertEquals(SieType.TRANSACTIONS, read(HEAD).type());
        assertEquals(
                SieType.IMPORT,
                read("#FLAGGA 0\n#SIETYP 4\n#VER \"\" \"\" 20240101 x\n{\n}\n").type());
        assertEquals(SieType.YEAR_BALANCES, read("#FLAGGA 0\n#IB 0 1930 5\n").type());
    }

    @Test
    void checks_the_sum_over_labels_and_fields() throws UnreadableInputException {
        String content = "#FNAMN \"A B\"\n#VER A 1 20240101 \"x\"\n{\n#TRANS 1930 {1 \"a b\"} 5.00\n}\n";
        CRC32 crc = new CRC32();
        crc.update("#FNAMNA B#VERA120240101x#TRANS19301a b5.00".getBytes(CP437));
        String sum = Long.toString(crc.getValue());
        SieFile good = read("#FLAGGA 0\n#KSUMMA\n" + content + "#KSUMMA " + sum + "\n");
        SieFile bad = read("#FLAGGA 0\n#KSUMMA\n" + content.replace("5.00", "6.00") + "#KSUMMA " + sum + "\n");
        assertEquals(SieChecksum.State.MATCHES, good.checksum().state());
        assertEquals(SieChecksum.State.DIFFERS, bad.checksum().state());
        assertEquals(sum, bad.checksum().declared());
    }

    @Test
    void refuses_a_file_that_is_cut_off() {
        refuses(Reason.DAMAGED, "#FLAGGA 0\n#KSUMMA\n#FNAMN x\n".getBytes(CP437), "cut off");
    }

    @Test
    void refuses_what_is_no_sie_file_in_one_sentence() {
        refuses(Reason.HTML_PAGE, "<!DOCTYPE html><html><body>404</body></html>".getBytes(CP437), "web page");
        refuses(Reason.EMPTY, new byte[0], "empty");
        refuses(Reason.EMPTY, " \n".getBytes(CP437), "empty");
        refuses(Reason.NO_CONTENT, "Hej på dig\n".getBytes(StandardCharsets.UTF_8), "not a SIE file");
        refuses(Reason.UNSUPPORTED_DOCUMENT, "%PDF-1.7 x".getBytes(CP437), "PDF");
        refuses(Reason.BINARY, new byte[] {1, 0, 2, 0, '#', 'V', 'E', 'R', ' ', 0}, "binary");
    }

    private static void refuses(Reason reason, byte[] bytes, String word) {
        UnreadableInputException e =
                assertThrows(UnreadableInputException.class, () -> SieReader.read("bok.se", bytes));
        assertEquals(reason, e.reason());
        assertTrue(e.getMessage().startsWith("bok.se is ") && e.getMessage().contains(word), e.getMessage());
    }

    @Test
    void keeps_a_bounded_number_of_notes_and_counts_all() throws UnreadableInputException {
        SieFile file = read(HEAD + "#TRANS 1930 {} 1.00\n".repeat(500));
        assertEquals(500, file.noted("SIE-015"));
        assertEquals(NoteLog.MOST, file.notes().size());
    }

    @Test
    void makes_one_string_of_equal_texts_also_when_they_are_many() throws UnreadableInputException {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < 9000; i++) {
            text.append("#KONTO ")
                    .append(10_000 + i)
                    .append(" \"Konto ö ")
                    .append(i)
                    .append("\"\n");
        }
        SieFile file = read(text.toString());
        assertEquals(9002, file.accounts().size());
        assertEquals("Konto ö 8999", file.account("18999").orElseThrow().name());
    }
}
