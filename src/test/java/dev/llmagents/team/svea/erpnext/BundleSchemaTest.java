package dev.llmagents.team.svea.erpnext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file of bundles against its schema, and each schema against a document with a fault. */
class BundleSchemaTest {
    private static ArrayNode documents(String file) {
        try {
            return (ArrayNode) Json.parse(Books.text(Books.bundle(Books.SOUND), file));
        } catch (JsonProcessingException e) {
            throw new AssertionError(file, e);
        }
    }

    @Test
    void every_json_file_of_every_bundle_conforms() throws Exception {
        for (String books : Books.ALL) {
            Bundle bundle = Books.bundle(books);
            int checked = 0;
            for (String file : bundle.files().keySet()) {
                if (file.endsWith(".json")) {
                    JsonNode value = Json.parse(Books.text(bundle, file));
                    assertEquals(List.of(), FixtureCheck.schema(file).problemsWith(value), file);
                    checked++;
                }
            }
            assertEquals(12, checked);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "company.json, abbr",
        "company.json, default_currency",
        "fiscal_year.json, year_start_date",
        "tax_category.json, title",
        "item_tax_template.json, taxes",
        "sales_taxes_and_charges_template.json, company",
        "purchase_taxes_and_charges_template.json, title",
        "custom_field.json, fieldtype",
        "property_setter.json, field_name",
        "workflow.json, transitions",
        "workflow_state.json, workflow_state_name",
        "workflow_action_master.json, workflow_action_name",
        "print_format.json, doc_type"
    })
    void a_missing_required_field_is_caught(String file, String field) {
        ArrayNode documents = documents(file);
        ((ObjectNode) documents.get(0)).remove(field);
        assertFalse(FixtureCheck.schema(file).problemsWith(documents).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "sales_taxes_and_charges_template.json, taxes, charge_type, On Gross Total",
        "sales_taxes_and_charges_template.json, taxes, account_head, ''",
        "purchase_taxes_and_charges_template.json, taxes, add_deduct_tax, Subtract",
        "purchase_taxes_and_charges_template.json, taxes, category, All",
        "workflow.json, states, doc_status, 3",
        "item_tax_template.json, taxes, tax_type, ''"
    })
    void a_wrong_option_in_a_child_row_is_caught(String file, String table, String field, String value) {
        ArrayNode documents = documents(file);
        ((ObjectNode) documents.get(0).get(table).get(0)).put(field, value);
        assertFalse(FixtureCheck.schema(file).problemsWith(documents).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "custom_field.json, fieldtype, Text Area",
        "property_setter.json, doctype_or_field, Field",
        "workflow_state.json, style, Green",
        "print_format.json, print_format_type, Mako",
        "company.json, tax_id, 5560125790",
        "company.json, country, Sverige",
        "fiscal_year.json, year_end_date, 2024-13-01",
        "tax_category.json, lft, 1"
    })
    void a_wrong_option_is_caught(String file, String field, String value) {
        ArrayNode documents = documents(file);
        ((ObjectNode) documents.get(0)).put(field, value);
        assertFalse(FixtureCheck.schema(file).problemsWith(documents).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"company.json", "tax_category.json", "workflow.json", "custom_field.json", "print_format.json"})
    void a_name_too_long_is_caught(String file) {
        ArrayNode documents = documents(file);
        ((ObjectNode) documents.get(0)).put("name", "x".repeat(141));
        assertFalse(FixtureCheck.schema(file).problemsWith(documents).isEmpty());
    }
}
