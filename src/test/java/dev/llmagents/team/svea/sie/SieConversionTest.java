package dev.llmagents.team.svea.sie;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SieConversionTest {
    private static final Charset CP437 = Charset.forName("IBM437");
    private static final String FILE =
            "#FLAGGA 0\n#KSUMMA\n#FORMAT UTF8\n#SIETYP 4\n#FNAMN \"Ångström & Öberg\"\n#MOMSKOD 1 \"ä\"\n"
                    + "#KONTO 1930 \"Bank; \"\n#KONTO 3001 =Sälj\n#IB 0 1930 7\n#VER A 1 20240105 \"Kund\" 20240106\n{\n"
                    + "#TRANS 1930 {1 \"10\"} 12.50 20240105 \"x\" 2 \"AB\"\n#TRANS 3001 {} abc\n}\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "ISO-8859-1", "IBM437"})
    void writes_every_encoding_as_cp437_with_its_own_sum(String charset) throws UnreadableInputException {
        SieRecoder recoded = SieRecoder.toCp437("bok.se", (FILE + "#KSUMMA 1\n").getBytes(Charset.forName(charset)));
        String text = new String(recoded.bytes(), CP437);
        assertEquals(List.of(), recoded.lost());
        assertTrue(text.startsWith("#FLAGGA 0\n#KSUMMA\n#FORMAT PC8\n"), text);
        assertTrue(text.contains("#FNAMN \"Ångström & Öberg\"\n#MOMSKOD 1 \"ä\"\n"), text);
        assertEquals(
                SieChecksum.State.MATCHES,
                SieReader.read("ny.se", recoded.bytes()).checksum().state());
        assertArrayEquals(
                recoded.bytes(), SieRecoder.toCp437("ny.se", recoded.bytes()).bytes(), "a second time nothing changes");
    }

    @Test
    void tells_letters_that_cp437_does_not_have() throws UnreadableInputException {
        SieRecoder recoded =
                SieRecoder.toCp437("bok.se", "#FLAGGA 0\n#FNAMN \"Café 100 € 😀\"\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("rad 2: €", "rad 2: 😀"), recoded.lost());
        assertEquals("#FLAGGA 0\n#FNAMN \"Café 100 ? ?\"\n", new String(recoded.bytes(), CP437));
    }

    @Test
    void refuses_to_write_sie_5_as_cp437() {
        byte[] xml = "<Sie xmlns=\"http://www.sie.se/sie5\"/>".getBytes(StandardCharsets.UTF_8);
        assertThrows(UnreadableInputException.class, () -> SieRecoder.toCp437("bok.xml", xml));
    }

    @Test
    void writes_json_with_amounts_as_numbers_and_null_where_none_was_read() throws IOException {
        SieFile file = SieReader.read("bok.se", FILE.replace("#KSUMMA\n", "").getBytes(CP437));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SieJson.write(file, out);
        JsonNode json = Json.parse(out.toString(StandardCharsets.UTF_8));
        JsonNode rows = json.at("/vouchers/0/rows");
        assertEquals("Ångström & Öberg", json.get("company_name").asText());
        assertEquals("12.5", rows.at("/0/amount").asText());
        assertEquals("10", rows.at("/0/objects/0/object").asText());
        assertTrue(rows.at("/1/amount").isNull());
        assertEquals("2024-01-06", json.at("/vouchers/0/registered").asText());
        assertEquals(7, json.at("/balances/0/amount").asInt());
    }

    @Test
    void writes_csv_that_no_spreadsheet_runs() throws IOException {
        SieFile file = SieReader.read("bok.se", FILE.replace("#KSUMMA\n", "").getBytes(CP437));
        StringWriter accounts = new StringWriter();
        SieCsv.writeAccounts(file, accounts);
        assertEquals(
                "kontonr;namn;typ;ib;ub;res\r\n1930;\"Bank;\";;7.00;;\r\n3001;'=Sälj;;;;\r\n", accounts.toString());
        StringWriter vouchers = new StringWriter();
        SieCsv.writeVouchers(file, vouchers);
        List<String> lines = vouchers.toString().lines().toList();
        assertEquals("A;1;2024-01-05;Kund;2024-01-06;1930;\"Bank;\";12.50;x;1:10;;11", lines.get(1));
        assertEquals("A;1;2024-01-05;Kund;2024-01-06;3001;'=Sälj;;;;;12", lines.get(2));
    }
}
