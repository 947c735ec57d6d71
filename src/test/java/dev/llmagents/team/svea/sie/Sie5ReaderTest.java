package dev.llmagents.team.svea.sie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.document.UnreadableInputException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class Sie5ReaderTest {
    private static final String FILE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Sie xmlns="http://www.sie.se/sie5">
              <FileInfo>
                <SoftwareProduct name="Bokprogrammet" version="2"/>
                <FileCreation time="2025-01-15T10:00:00Z" by="Åsa"/>
                <Company organizationId="559900-1236" name="Fjärilens Trävaror AB"/>
                <FiscalYears>
                  <FiscalYear start="2023-01" end="2023-12"/>
                  <FiscalYear start="2024-01" end="2024-12" primary="true"/>
                </FiscalYears>
              </FileInfo>
              <Accounts>
                <Account id="1930" name="Bank" type="asset">
                  <OpeningBalance month="2024-01" amount="50.00"/>
                  <ClosingBalance month="2023-12" amount="50.00"/>
                  <ClosingBalance month="2024-12" amount="62.50"/>
                </Account>
                <Account id="3001" name="Försäljning" type="income">
                  <ClosingBalance month="2024-12" amount="-12.50"/>
                </Account>
              </Accounts>
              <Dimensions><Dimension id="1" name="Ställe"><Object id="10" name="Butik"/></Dimension></Dimensions>
              <Journal id="A" name="Alla">
                <JournalEntry id="7" journalDate="2024-02-03" text="Kund">
                  <EntryInfo date="2024-02-04" by="ÅS"/>
                  <LedgerEntry accountId="1930" amount="12.50"><ObjectReference dimId="1" objectId="10"/></LedgerEntry>
                  <LedgerEntry accountId="3001" amount="-99.00"><Overstrike date="2024-02-05" by="ÅS"/></LedgerEntry>
                  <LedgerEntry accountId="3001" amount="-12.50"/>
                </JournalEntry>
              </Journal>
            </Sie>
            """;

    private static SieFile read(String text) throws UnreadableInputException {
        return SieReader.read("bok.xml", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void reads_the_same_model_as_sie_4() throws UnreadableInputException {
        SieFile file = read(FILE);
        SieVoucher voucher = file.vouchers().get(0);
        assertEquals(SieType.SIE5, file.type());
        assertEquals("Fjärilens Trävaror AB", file.header().companyName());
        assertEquals(LocalDate.of(2024, 12, 31), file.year(0).orElseThrow().end());
        assertEquals(LocalDate.of(2023, 1, 1), file.year(-1).orElseThrow().start());
        assertEquals(Map.of("1930", 5000L), file.sums(SieBalance.Kind.IB, 0));
        assertEquals(Map.of("1930", 6250L), file.sums(SieBalance.Kind.UB, 0));
        assertEquals(Map.of("1930", 5000L), file.sums(SieBalance.Kind.UB, -1));
        assertEquals(Map.of("3001", -1250L), file.sums(SieBalance.Kind.RES, 0));
        assertEquals("A 7", voucher.name());
        assertEquals(Optional.of(LocalDate.of(2024, 2, 4)), voucher.registered());
        assertEquals(0, voucher.difference());
        assertEquals(List.of(new ObjectRef("1", "10")), voucher.rows().get(0).objects());
        assertEquals(-9900, voucher.struck().get(0).ore());
        assertEquals(24, voucher.line());
        assertEquals(List.of(), file.notes());
    }

    @Test
    void reads_an_import_file_and_notes_what_is_wrong_in_it() throws UnreadableInputException {
        SieFile file = read("<s:SieEntry xmlns:s=\"http://www.sie.se/sie5\"><s:Journal id=\"\"><s:JournalEntry id=\"\""
                + " journalDate=\"2024-02-30\"><s:LedgerEntry accountId=\"1930\" amount=\"x\"/></s:JournalEntry>"
                + "<s:JournalEntry id=\"2\" journalDate=\"2024-02-01\"/></s:Journal></s:SieEntry>");
        assertEquals(SieType.SIE5_ENTRY, file.type());
        assertEquals(2, file.vouchers().size());
        assertEquals(1, file.noted("SIE-009"));
        assertEquals(1, file.noted("SIE-010"));
    }

    @Test
    void refuses_broken_xml_and_fetches_no_entity() {
        assertTrue(message("<Sie xmlns=\"http://www.sie.se/sie5\"><Accounts>").contains("broken"));
        String external =
                "<!DOCTYPE Sie [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Sie xmlns=\"http://www.sie.se/sie5\">"
                        + "<FileInfo><Company name=\"&x;\"/></FileInfo></Sie>";
        assertTrue(message(external).contains("broken"));
    }

    private static String message(String text) {
        return assertThrows(UnreadableInputException.class, () -> read(text)).getMessage();
    }
}
