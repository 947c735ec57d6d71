package dev.llmagents.team.svea.erpnext;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.team.svea.erpnext.AccountNames.NewAccount;
import dev.llmagents.team.svea.sie.SieFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files that set ERPNext up for the company of a SIE file. The same books give the same bytes.
 *
 * @param files contents by name
 * @param remarks what to know about a file, Swedish, by its name
 */
public record Bundle(SortedMap<String, byte[]> files, SortedMap<String, List<String>> remarks) {
    static final String COMPANY = "company.json";
    static final String FISCAL_YEAR = "fiscal_year.json";
    static final String ACCOUNT = "account.csv";
    static final String TAX_CATEGORY = "tax_category.json";
    static final String ITEM_TAX = "item_tax_template.json";
    static final String SALES_TAX = "sales_taxes_and_charges_template.json";
    static final String PURCHASE_TAX = "purchase_taxes_and_charges_template.json";
    static final String CUSTOM_FIELD = "custom_field.json";
    static final String PROPERTY_SETTER = "property_setter.json";
    static final String WORKFLOW = "workflow.json";
    static final String WORKFLOW_STATE = "workflow_state.json";
    static final String WORKFLOW_ACTION = "workflow_action_master.json";
    static final String PRINT_FORMAT = "print_format.json";
    static final String JOURNAL = "journal_entry.csv";
    static final String HOOKS = "hooks.py";
    static final String README = "README.md";

    /** The same for every company; shipped as they are. */
    private static final List<String> FIXED =
            List.of(TAX_CATEGORY, CUSTOM_FIELD, PROPERTY_SETTER, WORKFLOW_STATE, WORKFLOW_ACTION, WORKFLOW);

    static final List<String> ACCOUNT_COLUMNS = List.of(
            "account_name", "account_number", "company", "parent_account", "root_type", "account_type", "is_group");

    private static final String NOT_TRIED = "Ej provat mot ett körande ERPNext.";

    public Bundle {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        remarks = Collections.unmodifiableSortedMap(new TreeMap<>(remarks));
    }

    /** The bundle of a company's books. */
    public static Bundle of(SieFile books) {
        CompanySetup company = CompanySetup.of(books.header());
        FiscalYears years = new FiscalYears(books.years(), company);
        AccountNames accounts = new AccountNames(books, company);
        Journal journal = new Journal(books, company, years, accounts);
        TaxTemplates taxes = new TaxTemplates(company, accounts);

        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String name : FIXED) {
            files.put(name, Resources.bytes(name));
        }
        files.put(COMPANY, json(Json.array().add(company.document())));
        files.put(FISCAL_YEAR, json(years.documents()));
        files.put(ACCOUNT, accounts(accounts, company));
        files.put(ITEM_TAX, json(taxes.items()));
        files.put(SALES_TAX, json(taxes.sales()));
        files.put(PURCHASE_TAX, json(taxes.purchases()));
        files.put(PRINT_FORMAT, json(Json.array().add(printFormat())));
        files.put(JOURNAL, journal.bytes());
        files.put(HOOKS, Resources.bytes(HOOKS));

        SortedMap<String, List<String>> remarks = new TreeMap<>();
        note(remarks, COMPANY, company.remarks());
        note(remarks, FISCAL_YEAR, years.remarks());
        note(remarks, ACCOUNT, accountRemarks(accounts));
        note(remarks, JOURNAL, journal.remarks());
        note(
                remarks,
                ITEM_TAX,
                List.of("Livsmedel: ”Moms 12 %” till och med 2026-03-31 och från och med 2028-01-01, däremellan"
                        + " ”Moms 6 %” (prop. 2025/26:55). Ange båda på artikeln med var sitt ”Valid From”."));
        note(
                remarks,
                SALES_TAX,
                List.of("ERPNext tillåter en mall per momskategori: ”Moms 12 %” och ”Moms 6 %” väljs genom"
                        + " artikelns momsmall eller för hand."));
        note(
                remarks,
                PURCHASE_TAX,
                List.of("Mallarna för omvänd betalningsskyldighet, EU-förvärv och import räknar med 25 %."
                        + " ”Import” väljs för hand."));
        note(
                remarks,
                PROPERTY_SETTER,
                List.of("Fakturaserien är FAKT-.YYYY.-.##### och löper utan luckor bara om inga utkast raderas."
                        + " En serie som redan används ersätts: ändra värdet innan det importeras."));
        note(
                remarks,
                WORKFLOW,
                List.of("Attesten slås på genast. Den som lagt upp fakturan kan inte attestera den; den som granskat kan."));
        note(remarks, PRINT_FORMAT, List.of(NOT_TRIED + " Jämför en faktura med ML 17 kap. 24 § innan den skickas."));
        note(remarks, README, List.of("Börja här: kommandona i ordning och vad som ska kontrolleras."));
        files.put(README, new Guide(company, accounts, journal, remarks).bytes());
        return new Bundle(files, remarks);
    }

    private static void note(SortedMap<String, List<String>> remarks, String file, List<String> texts) {
        if (!texts.isEmpty()) {
            remarks.put(file, List.copyOf(texts));
        }
    }

    private static byte[] json(JsonNode documents) {
        return (Json.writePretty(documents) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] accounts(AccountNames accounts, CompanySetup company) {
        CsvText csv = new CsvText().row(ACCOUNT_COLUMNS.toArray(String[]::new));
        for (NewAccount account : accounts.added().values()) {
            csv.row(
                    account.name(),
                    account.number(),
                    company.name(),
                    account.parent(),
                    account.rootType(),
                    account.accountType(),
                    "0");
        }
        return csv.bytes();
    }

    private static List<String> accountRemarks(AccountNames accounts) {
        List<String> remarks = new ArrayList<>();
        if (accounts.added().isEmpty()) {
            remarks.add("Alla konton finns redan i ERPNext: filen har bara rubriker och behöver inte importeras.");
        }
        if (accounts.added().keySet().stream().anyMatch(number -> number.startsWith("9"))) {
            remarks.add("Konton i klass 9 läggs under ”9 Eget Kapital”, som ERPNext kallar klassen; i BAS är den för"
                    + " intern redovisning.");
        }
        if (accounts.added().keySet().stream().anyMatch(number -> number.startsWith("8"))) {
            remarks.add("ERPNext räknar hela klass 8 som kostnader; intäkter där visas med minustecken.");
        }
        List<String> unplaced = accounts.unplaced();
        if (!unplaced.isEmpty()) {
            List<String> names = unplaced.stream()
                    .limit(LeftOut.MOST_NAMES)
                    .map(number -> PlainText.cut(PlainText.line(number), 20))
                    .toList();
            remarks.add("Utelämnat, numret hör inte till någon kontoklass 1–9: "
                    + LeftOut.listed(names, unplaced.size()) + ".");
        }
        return remarks;
    }

    private static JsonNode printFormat() {
        return Json.object()
                .put("doctype", "Print Format")
                .put("name", "Svensk faktura")
                .put("doc_type", "Sales Invoice")
                .put("standard", "No")
                .put("custom_format", 1)
                .put("disabled", 0)
                .put("print_format_type", "Jinja")
                .put("default_print_language", "sv")
                .put("html", Resources.text("svensk-faktura.html"))
                .put("css", Resources.text("svensk-faktura.css"));
    }
}
