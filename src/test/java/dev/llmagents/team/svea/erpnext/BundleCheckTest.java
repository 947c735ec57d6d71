package dev.llmagents.team.svea.erpnext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BundleCheckTest {
    private static final Bundle SOUND = Books.bundle(Books.SOUND);

    @Test
    void finds_nothing_in_what_was_written() {
        for (String books : Books.ALL) {
            assertEquals(List.of(), BundleCheck.problemsIn(Books.bundle(books).files()));
        }
    }

    @Test
    void finds_nothing_in_the_bundle_of_books_that_were_tampered_with() {
        Random random = new Random(20240115);
        String[] pieces = {
            "\"", "{", "}", "\n", "#TRANS ", "#KONTO ", "-", ",", "=", "<", " ", "9", "0", "\uD83D\uDE00", "\t", ";"
        };
        for (int round = 0; round < 150; round++) {
            StringBuilder books = new StringBuilder(Books.ALL.get(round % Books.ALL.size()));
            for (int change = 0; change < 6; change++) {
                // The first line stays, so that it is still a SIE file.
                int at = 12 + random.nextInt(books.length() - 12);
                if (random.nextBoolean()) {
                    books.insert(at, pieces[random.nextInt(pieces.length)]);
                } else {
                    books.deleteCharAt(at);
                }
            }
            assertEquals(List.of(), BundleCheck.problemsIn(Books.bundle(books.toString()).files()), books::toString);
        }
    }

    private static Arguments damage(String file, String old, String replacement, String expected) {
        return Arguments.of(file, old, replacement, expected);
    }

    static List<Arguments> damages() {
        String sale = "2611 - Utgående moms på försäljning inom Sverige, 25 % - ÖBHA";
        return List.of(
                damage("company.json", "[", "", "är inte giltig JSON (rad "),
                damage("company.json", "556012-5790", "556012-5791", "organisationsnumret är fel"),
                damage("company.json", "SE556012579001", "SE556012579101", "momsnumret är fel"),
                damage("company.json", "SE556012579001", "SE556334368901", "hör inte till organisationsnumret"),
                damage("company.json", "556012-5790", "811228-9874", "personnummer"),
                damage("company.json", "\"abbr\": \"ÖBHA\",", "", "company.json: /0 fältet ”abbr” saknas"),
                damage("company.json", "\"country\"", "\"owner\": \"x\", \"country\"", "”owner” sätts av ERPNext"),
                damage("tax_category.json", "Inrikes", "I".repeat(141), "längre än 140 tecken"),
                damage("tax_category.json", "\"name\": \"Export\"", "\"name\": \"Inrikes\"", "förekommer två gånger"),
                damage("tax_category.json", "\"name\": \"EU B2B\"", "\"name\": \"EU\"", "momskategori som inte finns"),
                damage(
                        "sales_taxes_and_charges_template.json",
                        "\"account_head\": \"" + sale + "\",",
                        "",
                        "rad utan konto (account_head)"),
                damage("sales_taxes_and_charges_template.json", sale, sale.replace("25", "24"), "konto som inte finns"),
                damage("sales_taxes_and_charges_template.json", "- ÖBHA\"", "- BHA\"", "annat namn av ERPNext"),
                damage("item_tax_template.json", "2641 - ", "2699 - ", "konto som inte finns"),
                damage("purchase_taxes_and_charges_template.json", "Östra", "Västra", "hör till ett annat bolag"),
                damage("workflow.json", "\"next_state\": \"Granskad\"", "\"next_state\": \"Betald\"", "okänt läge: ”Betald”"),
                damage("workflow.json", "\"action\": \"Granska\"", "\"action\": \"Läs\"", "åtgärden ”Läs” saknas"),
                damage("workflow_state.json", "\"name\": \"Utkast\"", "\"name\": \"Skiss\"", "läget ”Utkast” saknas"),
                damage("account.csv", "account_name", "name", "rubriker"),
                damage("account.csv", "30 Huvudintäkter", "31 Huvudintäkter", "är inte kontots grupp"),
                damage("account.csv", ",3055,", ",3001,", "finns redan i ERPNext"),
                damage("account.csv", "Försäljning av blåbär", "x".repeat(140), "längre än 140 tecken"),
                damage("account.csv", "Income Account", "Revenue", "kontotypen"),
                damage("account.csv", "Försäljning av blåbär", "=1+1", "är en formel"),
                damage("account.csv", "Försäljning av blåbär", "\"Försäljning", "avslutas inte"),
                damage("journal_entry.csv", "1250.00,0.00", "1251.00,0.00", "balanserar inte (1.00 kr)"),
                damage("journal_entry.csv", "1250.00,0.00", "1250,0.00", "inte ett tal med två decimaler"),
                damage("journal_entry.csv", "1250.00,0.00", "1250.00,1.00", "antingen debet eller kredit"),
                damage("journal_entry.csv", "3055 - Försäljning av", "3055 - Salu av", "finns varken i ERPNext eller i account.csv"),
                damage("journal_entry.csv", "2024-01-15", "2025-01-15", "inte i något räkenskapsår"),
                damage("journal_entry.csv", "2024-01-15", "2024-02-30", "inte i något räkenskapsår"),
                damage("journal_entry.csv", ",Customer,", ",,", "motparten stämmer inte"),
                damage("journal_entry.csv", "\n0,", "\n1,", "inte ett utkast"),
                damage("journal_entry.csv", "Faktura 1", "=Faktura", "är en formel"),
                damage("journal_entry.csv", "docstatus", "status", "rubriker"),
                damage("journal_entry.csv", "2081 - Aktiekapital", "3740 - Öres- och kronutjämning", "inte ha ingående balans"));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void finds_planted_damage(String file, String old, String replacement, String expected) {
        List<String> problems = BundleCheck.problemsIn(Books.changed(SOUND, file, old, replacement));
        String all = String.join("\n", problems);
        assertTrue(all.contains(expected), () -> expected + " is not in " + all);
    }

    @Test
    void finds_a_missing_an_empty_and_a_wrongly_encoded_file() {
        SortedMap<String, byte[]> files = new TreeMap<>(SOUND.files());
        files.remove("workflow.json");
        files.put("hooks.py", new byte[0]);
        files.put("README.md", "Blåbär".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                List.of("workflow.json: saknas", "hooks.py: är tom", "README.md: är inte UTF-8"),
                BundleCheck.problemsIn(files));
    }

    @Test
    void an_empty_bundle_is_all_missing() {
        assertEquals(16, BundleCheck.problemsIn(new TreeMap<>()).size());
    }

    @Test
    void counts_what_is_beyond_fifty() {
        String broken = "x,y\n".repeat(1000);
        SortedMap<String, byte[]> files = new TreeMap<>(SOUND.files());
        String journal = Books.text(SOUND, "journal_entry.csv");
        files.put("journal_entry.csv", (journal + broken).getBytes(StandardCharsets.UTF_8));
        List<String> problems = BundleCheck.problemsIn(files);
        assertEquals(51, problems.size());
        assertEquals("ytterligare 950 fel", problems.get(50));
    }

    @Test
    void survives_deep_nesting_and_text_that_is_no_list() {
        SortedMap<String, byte[]> files = new TreeMap<>(SOUND.files());
        files.put("company.json", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        files.put("workflow.json", "{}".getBytes(StandardCharsets.UTF_8));
        String all = String.join("\n", BundleCheck.problemsIn(files));
        assertTrue(all.contains("company.json: är inte giltig JSON"), all);
        assertTrue(all.contains("workflow.json: är ingen lista med dokument"), all);
    }
}
