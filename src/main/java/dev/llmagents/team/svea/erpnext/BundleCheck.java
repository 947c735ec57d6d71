package dev.llmagents.team.svea.erpnext;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.ident.NumberCheck;
import dev.llmagents.ident.NumberKind;
import dev.llmagents.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a bundle again, from its bytes, as the one who imports it would: every file there and well-formed, every
 * account, tax category and state that is named there too, entries that balance, names that fit, numbers whose check
 * digits are right. What a site of ERPNext holds besides cannot be seen from here.
 */
public final class BundleCheck {
    private static final List<String> FIXTURES = List.of(
            Bundle.COMPANY,
            Bundle.FISCAL_YEAR,
            Bundle.TAX_CATEGORY,
            Bundle.ITEM_TAX,
            Bundle.SALES_TAX,
            Bundle.PURCHASE_TAX,
            Bundle.CUSTOM_FIELD,
            Bundle.PROPERTY_SETTER,
            Bundle.WORKFLOW_STATE,
            Bundle.WORKFLOW_ACTION,
            Bundle.WORKFLOW,
            Bundle.PRINT_FORMAT);
    private static final List<String> TABLES = List.of(Bundle.ACCOUNT, Bundle.JOURNAL);
    private static final List<String> TEXTS = List.of(Bundle.HOOKS, Bundle.README);

    private final SortedMap<String, byte[]> files;
    private final Problems problems = new Problems();
    private final Map<String, JsonNode> fixtures = new TreeMap<>();
    private final Map<String, List<List<String>>> tables = new TreeMap<>();

    private BundleCheck(SortedMap<String, byte[]> files) {
        this.files = files;
    }

    /** What is wrong with the files, a Swedish clause each, at most some fifty; empty if nothing is. */
    public static List<String> problemsIn(SortedMap<String, byte[]> files) {
        BundleCheck check = new BundleCheck(files);
        check.run();
        return check.problems.clauses();
    }

    private void run() {
        FixtureCheck reader = new FixtureCheck(problems);
        for (String file : FIXTURES) {
            if (isText(file)) {
                reader.read(file, files.get(file)).ifPresent(documents -> fixtures.put(file, documents));
            }
        }
        for (String file : TABLES) {
            if (isText(file)) {
                table(file);
            }
        }
        TEXTS.forEach(this::isText);
        together();
    }

    /** Whether the file is there, holds something, and is UTF-8; what is not is noted. */
    private boolean isText(String file) {
        byte[] bytes = files.get(file);
        if (bytes == null || bytes.length == 0) {
            problems.add(file, bytes == null ? "saknas" : "är tom");
            return false;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException broken) {
            problems.add(file, "är inte UTF-8");
            return false;
        }
    }

    private void table(String file) {
        List<List<String>> rows;
        try {
            rows = CsvText.rows(new String(files.get(file), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException broken) {
            problems.add(file, broken.getMessage());
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            for (String cell : rows.get(i)) {
                if (CsvText.isFormula(cell)) {
                    problems.add(file, "rad " + (i + 1) + ": cellen " + Problems.quoted(cell) + " är en formel");
                }
            }
        }
        tables.put(file, rows);
    }

    private void together() {
        JsonNode company = documents(Bundle.COMPANY).path(0);
        String name = company.path("name").asText("");
        AccountTableCheck accounts =
                new AccountTableCheck(problems, name, company.path("abbr").asText(""));
        numbers(company);
        if (tables.containsKey(Bundle.ACCOUNT)) {
            accounts.read(tables.get(Bundle.ACCOUNT));
        }
        Set<String> categories = names(Bundle.TAX_CATEGORY);
        for (String file : List.of(Bundle.ITEM_TAX, Bundle.SALES_TAX, Bundle.PURCHASE_TAX)) {
            for (JsonNode template : documents(file)) {
                template(file, template, name, accounts, categories);
            }
        }
        for (JsonNode workflow : documents(Bundle.WORKFLOW)) {
            workflow(workflow);
        }
        if (tables.containsKey(Bundle.JOURNAL)) {
            new JournalCheck(problems, accounts, name, documents(Bundle.FISCAL_YEAR))
                    .read(tables.get(Bundle.JOURNAL));
        }
    }

    private JsonNode documents(String file) {
        return Optional.ofNullable(fixtures.get(file)).orElseGet(Json::array);
    }

    private Set<String> names(String file) {
        Set<String> names = new HashSet<>();
        documents(file).forEach(document -> names.add(document.path("name").asText("")));
        return names;
    }

    private void numbers(JsonNode company) {
        String number = company.path("custom_orgnr").asText("");
        if (!number.isEmpty() && !NumberCheck.check(NumberKind.ORGANISATIONSNUMMER, number).isValid()) {
            problems.add(Bundle.COMPANY, "organisationsnumret är fel (form eller kontrollsiffra)");
        }
        if (!number.isEmpty() && NumberCheck.isSoleTrader(number)) {
            problems.add(Bundle.COMPANY, "organisationsnumret är ett personnummer");
        }
        String vat = company.path("tax_id").asText("");
        if (!vat.isEmpty() && !NumberCheck.check(NumberKind.MOMSNUMMER, vat).isValid()) {
            problems.add(Bundle.COMPANY, "momsnumret är fel (form eller kontrollsiffra)");
        }
        if (!vat.isEmpty() && !number.isEmpty() && !vat.equals("SE" + number.replace("-", "") + "01")) {
            problems.add(Bundle.COMPANY, "momsnumret hör inte till organisationsnumret");
        }
    }

    private void template(
            String file, JsonNode template, String company, AccountTableCheck accounts, Set<String> categories) {
        String name = Problems.quoted(template.path("name").asText(""));
        String given = accounts.owned(template.path("title").asText(""));
        if (!template.path("name").asText("").equals(given)) {
            problems.add(file, "mallen " + name + " får ett annat namn av ERPNext: " + Problems.quoted(given));
        }
        if (!template.path("company").asText("").equals(company)) {
            problems.add(file, "mallen " + name + " hör till ett annat bolag");
        }
        String category = template.path("tax_category").asText("");
        if (!category.isEmpty() && !categories.contains(category)) {
            problems.add(file, "mallen " + name + " har en momskategori som inte finns: " + Problems.quoted(category));
        }
        String field = file.equals(Bundle.ITEM_TAX) ? "tax_type" : "account_head";
        for (JsonNode row : template.path("taxes")) {
            String account = row.path(field).asText("");
            if (account.isEmpty()) {
                problems.add(file, "mallen " + name + " har en rad utan konto (" + field + ")");
            } else if (!accounts.exists(account)) {
                problems.add(file, "mallen " + name + " har ett konto som inte finns: " + Problems.quoted(account));
            }
        }
    }

    private void workflow(JsonNode workflow) {
        Set<String> known = names(Bundle.WORKFLOW_STATE);
        Set<String> actions = names(Bundle.WORKFLOW_ACTION);
        Set<String> states = new HashSet<>();
        for (JsonNode state : workflow.path("states")) {
            String name = state.path("state").asText("");
            states.add(name);
            if (!known.contains(name)) {
                problems.add(Bundle.WORKFLOW, "läget " + Problems.quoted(name) + " saknas i " + Bundle.WORKFLOW_STATE);
            }
        }
        for (JsonNode transition : workflow.path("transitions")) {
            for (String end : List.of("state", "next_state")) {
                String name = transition.path(end).asText("");
                if (!states.contains(name)) {
                    problems.add(
                            Bundle.WORKFLOW, "en övergång går till eller från ett okänt läge: " + Problems.quoted(name));
                }
            }
            String action = transition.path("action").asText("");
            if (!actions.contains(action)) {
                problems.add(
                        Bundle.WORKFLOW, "åtgärden " + Problems.quoted(action) + " saknas i " + Bundle.WORKFLOW_ACTION);
            }
        }
    }
}
