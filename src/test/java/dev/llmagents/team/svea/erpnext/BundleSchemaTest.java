package dev.llmagents.team.svea.erpnext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.llmagents.json.Json;
import dev.llmagents.json.Schema;
import java.util.ArrayList;
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

    /** The verdict of the library for JSON Schema, to which that of this package has to be equal. */
    private static boolean conforms(String file, JsonNode documents) {
        return conforms(new Schema(Shape.schema(file)), file, documents);
    }

    private static boolean conforms(Schema schema, String file, JsonNode documents) {
        boolean verdict = schema.problemsWith(documents).isEmpty();
        List<String> own = new ArrayList<>();
        Shape.of(file).check(documents, (place, clause) -> own.add(place + " " + clause));
        assertEquals(verdict, own.isEmpty(), own::toString);
        return verdict;
    }

    @Test
    void every_json_file_of_every_bundle_conforms() throws Exception {
        for (String books : Books.ALL) {
            Bundle bundle = Books.bundle(books);
            int checked = 0;
            for (String file : bundle.files().keySet()) {
                if (file.endsWith(".json")) {
                    JsonNode value = Json.parse(Books.text(bundle, file));
                    assertTrue(conforms(file, value), file);
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
        assertFalse(conforms(file, documents));
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
        assertFalse(conforms(file, documents));
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
        assertFalse(conforms(file, documents));
    }

    @Test
    void both_judge_alike_whatever_value_a_field_has() {
        List<JsonNode> values = List.of(
                TextNode.valueOf(""),
                TextNode.valueOf("a<b"),
                TextNode.valueOf("2024-02-01"),
                TextNode.valueOf("1"),
                IntNode.valueOf(1),
                IntNode.valueOf(-1),
                DoubleNode.valueOf(100.5),
                NullNode.getInstance(),
                BooleanNode.TRUE,
                Json.array(),
                Json.array().add(Json.object()),
                Json.object());
        int judged = 0;
        int right = 0;
        for (String file : Books.bundle(Books.SOUND).files().keySet()) {
            if (!file.endsWith(".json")) {
                continue;
            }
            Schema schema = new Schema(Shape.schema(file));
            ArrayNode documents = documents(file);
            ObjectNode first = (ObjectNode) documents.get(0);
            List<String> fields = new ArrayList<>();
            first.fieldNames().forEachRemaining(fields::add);
            for (String field : fields) {
                JsonNode before = first.get(field);
                for (JsonNode value : values) {
                    first.set(field, value);
                    judged++;
                    right += conforms(schema, file, documents) ? 1 : 0;
                }
                first.set(field, before);
            }
        }
        assertTrue(judged > 500 && right > 0 && right < judged / 4, judged + " " + right);
    }

    @ParameterizedTest
    @ValueSource(strings = {"company.json", "tax_category.json", "workflow.json", "custom_field.json", "print_format.json"})
    void a_name_too_long_is_caught(String file) {
        ArrayNode documents = documents(file);
        ((ObjectNode) documents.get(0)).put("name", "x".repeat(141));
        assertFalse(conforms(file, documents));
    }
}
