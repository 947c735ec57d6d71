package dev.llmagents.team.svea.erpnext;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class BundleTest {
    private static JsonNode json(Bundle bundle, String file) {
        try {
            return Json.parse(Books.text(bundle, file));
        } catch (JsonProcessingException e) {
            throw new AssertionError(file, e);
        }
    }

    private static JsonNode named(JsonNode documents, String name) {
        for (JsonNode document : documents) {
            if (document.path("name").asText().equals(name)) {
                return document;
            }
        }
        throw new AssertionError(name + " is not among the documents");
    }

    @Test
    void has_every_file_of_the_bundle() {
        Set<String> expected = Set.of(
                "company.json",
                "fiscal_year.json",
                "account.csv",
                "tax_category.json",
                "item_tax_template.json",
                "sales_taxes_and_charges_template.json",
                "purchase_taxes_and_charges_template.json",
                "custom_field.json",
                "property_setter.json",
                "workflow.json",
                "workflow_state.json",
                "workflow_action_master.json",
                "print_format.json",
                "journal_entry.csv",
                "hooks.py",
                "README.md");
        for (String books : Books.ALL) {
            assertEquals(expected, Books.bundle(books).files().keySet());
        }
    }

    @Test
    void gives_the_same_bytes_in_any_locale_and_time_zone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Bundle first = Books.bundle(Books.SOUND);
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Bundle second = Books.bundle(Books.SOUND);
            assertEquals(first.remarks(), second.remarks());
            first.files().forEach((name, bytes) -> assertArrayEquals(bytes, second.files().get(name), name));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void ends_lines_with_line_feed_alone() {
        for (String books : Books.ALL) {
            Books.bundle(books).files().forEach((name, bytes) -> {
                for (byte one : bytes) {
                    assertFalse(one == '\r', name);
                }
                assertEquals('\n', bytes[bytes.length - 1], name);
            });
        }
    }

    @Test
    void sets_the_company_up_with_its_numbers_and_the_swedish_chart() {
        JsonNode company = json(Books.bundle(Books.SOUND), "company.json").path(0);
        assertEquals("Östra Blåbär Handel AB", company.path("company_name").asText());
        assertEquals("ÖBHA", company.path("abbr").asText());
        assertEquals("SE556012579001", company.path("tax_id").asText());
        assertEquals("556012-5790", company.path("custom_orgnr").asText());
        assertEquals("SEK", company.path("default_currency").asText());
        assertEquals("BAS 2024 med Nummer", company.path("chart_of_accounts").asText());
    }

    @Test
    void keeps_the_personal_number_of_a_sole_trader_out_of_every_file_and_says_so() {
        Bundle bundle = Books.bundle(Books.SOLE_TRADER);
        for (String file : bundle.files().keySet()) {
            assertFalse(Books.text(bundle, file).contains("9874"), file);
        }
        assertTrue(Books.remarks(bundle, "company.json").contains("personuppgift"));
    }

    @Test
    void keeps_a_number_with_a_wrong_check_digit_out_and_says_so() {
        Bundle bundle = Books.bundle(Books.FAULTY);
        assertTrue(json(bundle, "company.json").path(0).path("tax_id").isMissingNode());
        assertTrue(Books.remarks(bundle, "company.json").contains("kontrollsiffra"));
    }

    @Test
    void takes_the_company_number_with_century_prefix_too() {
        Bundle bundle = Books.bundle(Books.SOUND.replace("556012-5790", "165560125790"));
        assertEquals(
                "SE556012579001", json(bundle, "company.json").path(0).path("tax_id").asText());
    }

    @Test
    void states_a_fiscal_year_for_each_that_does_not_overlap_another() {
        JsonNode years = json(Books.bundle(Books.FAULTY), "fiscal_year.json");
        assertEquals(2, years.size());
        assertEquals("2023-01-01 - 2023-06-30", years.path(0).path("year").asText());
        assertEquals(1, years.path(0).path("is_short_year").asInt());
        assertEquals("2023-2024", years.path(1).path("year").asText());
        assertEquals(0, years.path(1).path("is_short_year").asInt());
        assertTrue(Books.remarks(Books.bundle(Books.FAULTY), "fiscal_year.json").contains("#RAR -2"));
    }

    @Test
    void entries_need_a_fiscal_year_of_the_bundle_if_any_is_stated() {
        String withoutOwn = Books.SOUND.replace("#RAR 0 20240101 20241231\n", "");
        assertEquals(1, Books.text(Books.bundle(withoutOwn), "journal_entry.csv").lines().count());
        String withoutAny = withoutOwn.replace("#RAR -1 20230101 20231231\n", "");
        assertEquals(8, Books.text(Books.bundle(withoutAny), "journal_entry.csv").lines().count());
        assertEquals("[ ]\n", Books.text(Books.bundle(withoutAny), "fiscal_year.json"));
    }

    @Test
    void adds_only_accounts_that_erpnext_has_not_under_the_group_of_their_number() {
        assertEquals(
                """
                account_name,account_number,company,parent_account,root_type,account_type,is_group
                Försäljning av blåbär,3055,Östra Blåbär Handel AB,30 Huvudintäkter - ÖBHA,Income,Income Account,0
                """,
                Books.text(Books.bundle(Books.SOUND), "account.csv"));
    }

    @Test
    void says_which_accounts_have_no_group_to_stand_in() {
        String remarks = Books.remarks(Books.bundle(Books.IMPORT), "account.csv");
        assertTrue(remarks.contains("0101, X12"), remarks);
    }

    @Test
    void reverse_charge_adds_and_deducts_the_same_tax() {
        JsonNode templates = json(Books.bundle(Books.SOUND), "purchase_taxes_and_charges_template.json");
        for (String title : List.of("Omvänd byggmoms", "EU-förvärv", "Import")) {
            JsonNode taxes = named(templates, title + " - ÖBHA").path("taxes");
            assertEquals(2, taxes.size(), title);
            assertEquals("Add", taxes.path(0).path("add_deduct_tax").asText());
            assertEquals("Deduct", taxes.path(1).path("add_deduct_tax").asText());
            assertEquals(taxes.path(0).path("rate"), taxes.path(1).path("rate"));
        }
        JsonNode building = named(templates, "Omvänd byggmoms - ÖBHA").path("taxes");
        assertTrue(building.path(0).path("account_head").asText().startsWith("2647 - "));
        assertTrue(building.path(1).path("account_head").asText().startsWith("2614 - "));
    }

    @Test
    void sales_templates_use_the_account_of_their_rate() {
        JsonNode templates = json(Books.bundle(Books.SOUND), "sales_taxes_and_charges_template.json");
        String[][] rates = {{"25", "2611"}, {"12", "2621"}, {"6", "2631"}};
        for (String[] rate : rates) {
            JsonNode row = named(templates, "Moms " + rate[0] + " % - ÖBHA").path("taxes").path(0);
            assertEquals(Integer.parseInt(rate[0]), row.path("rate").asInt());
            assertEquals(
                    rate[1] + " - Utgående moms på försäljning inom Sverige, " + rate[0] + " % - ÖBHA",
                    row.path("account_head").asText());
        }
    }

    @Test
    void no_two_templates_of_a_kind_share_a_tax_category() {
        for (String file : List.of("sales_taxes_and_charges_template.json", "purchase_taxes_and_charges_template.json")) {
            List<String> categories = json(Books.bundle(Books.SOUND), file).findValuesAsText("tax_category");
            assertEquals(Set.copyOf(categories).size(), categories.size(), file);
        }
    }

    @Test
    void an_item_bears_its_own_rate_and_no_other() {
        JsonNode templates = json(Books.bundle(Books.SOUND), "item_tax_template.json");
        assertEquals(4, templates.size());
        for (JsonNode template : templates) {
            int percent = Integer.parseInt(template.path("title").asText().replaceAll("[^0-9]", ""));
            int output = 0;
            for (JsonNode row : template.path("taxes")) {
                if (row.path("tax_type").asText().startsWith("2641")) {
                    assertEquals(percent, row.path("tax_rate").asInt());
                } else {
                    output += row.path("tax_rate").asInt();
                }
            }
            assertEquals(percent, output);
        }
    }

    @Test
    void the_invoice_shows_what_the_vat_act_asks_for() {
        String html = json(Books.bundle(Books.SOUND), "print_format.json").path(0).path("html").asText();
        for (String needed : List.of(
                "doc.get_formatted(\"posting_date\")",
                "doc.name",
                "foretag.tax_id",
                "doc.tax_id",
                "doc.company_address_display",
                "doc.address_display",
                "rad.item_name",
                "rad.get_formatted(\"qty\"",
                "rad.get_formatted(\"net_rate\"",
                "custom_leveransdatum",
                "Beskattningsunderlag",
                "skatt.rate",
                "skatt.get_formatted(\"tax_amount\"",
                "Moms i SEK",
                "Godkänd för F-skatt",
                "Omvänd betalningsskyldighet")) {
            assertTrue(html.contains(needed), needed);
        }
    }

    @Test
    void hooks_name_every_document_of_the_fixed_fixtures() {
        Bundle bundle = Books.bundle(Books.SOUND);
        String hooks = Books.text(bundle, "hooks.py");
        for (String file : List.of(
                "tax_category.json",
                "custom_field.json",
                "property_setter.json",
                "workflow.json",
                "workflow_state.json",
                "workflow_action_master.json",
                "print_format.json")) {
            for (JsonNode document : json(bundle, file)) {
                assertTrue(hooks.contains('"' + document.path("name").asText() + '"'), file);
                assertTrue(hooks.contains("\"dt\": \"" + document.path("doctype").asText() + '"'), file);
            }
        }
    }

    @Test
    void the_guide_names_every_file_and_lists_every_remark() {
        for (String books : Books.ALL) {
            Bundle bundle = Books.bundle(books);
            String guide = Books.text(bundle, "README.md");
            for (String file : bundle.files().keySet()) {
                String stem = file.substring(0, file.lastIndexOf('.'));
                assertTrue(file.equals("README.md") || guide.contains(stem), file);
            }
            long remarks = bundle.remarks().values().stream().mapToLong(List::size).sum();
            assertEquals(remarks, guide.lines().filter(line -> line.startsWith("- `")).count());
            assertFalse(guide.replace("\"HYPERLINK b {{remarks}} /b ```\"", "").contains("{{"), guide);
        }
    }

    @Test
    void a_hostile_company_name_stays_text() {
        Bundle bundle = Books.bundle(Books.IMPORT);
        assertEquals(
                "HYPERLINK b {{remarks}} /b ```",
                json(bundle, "company.json").path(0).path("company_name").asText());
        String guide = Books.text(bundle, "README.md");
        assertEquals(1, guide.lines().filter(line -> line.startsWith("## Anmärkningar")).count());
        assertTrue(guide.startsWith("# ERPNext för HYPERLINK b \\{\\{remarks\\}\\} /b \\`\\`\\`\n"), guide);
    }

    @Test
    void a_file_without_a_name_gets_a_placeholder_and_a_remark() {
        Bundle bundle = Books.bundle(Books.SOUND.replace("Östra Blåbär Handel AB", ""));
        assertEquals("Företag utan namn", json(bundle, "company.json").path(0).path("name").asText());
        assertTrue(Books.remarks(bundle, "company.json").contains("#FNAMN saknas"));
    }

    @Test
    void names_never_pass_what_erpnext_takes() {
        String endless = "Ett mycket långt namn ".repeat(20).strip();
        Bundle bundle = Books.bundle(
                Books.SOUND.replace("Försäljning av blåbär", endless).replace("Östra Blåbär Handel AB", endless));
        assertEquals(List.of(), BundleCheck.problemsIn(bundle.files()));
        List<List<String>> rows = CsvText.rows(Books.text(bundle, "account.csv"));
        String full = rows.get(1).get(1) + " - " + rows.get(1).get(0) + " - EMLNE";
        assertTrue(full.length() <= 140 && full.length() > 130, full);
    }
}
