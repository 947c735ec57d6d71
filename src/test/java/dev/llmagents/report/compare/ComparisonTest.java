package dev.llmagents.report.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which items of different ways are the same. */
class ComparisonTest {
    private static Item item(String text, String quote, int line) {
        return new Item(text, "", quote, line, "rules");
    }

    private static Way way(String letter, Item... items) {
        return new Way(
                letter,
                letter,
                "",
                List.of(),
                List.of(),
                0,
                0,
                0,
                0,
                0,
                Optional.empty(),
                0,
                Map.of("Tasks", Arrays.asList(items)));
    }

    private static List<String> rows(Way... ways) {
        Comparison comparison = Comparison.of("team", "input", List.of(ways));
        return comparison.rows().stream()
                .map(row -> row.items().keySet().toString())
                .toList();
    }

    @Test
    void two_wordings_of_one_quote_are_one_item() {
        assertEquals(
                List.of("[0, 1]"),
                rows(
                        way("A", item("Order panes", "can you order new panes by Friday?", 4)),
                        way("B", item("Buy glass for the roof", "order new panes", 4))));
    }

    @Test
    void the_same_words_from_different_places_are_one_item() {
        assertEquals(
                List.of("[0, 1]"),
                rows(
                        way("A", item("The high gate is bought.", "we buy the high gate", 7)),
                        way("B", item("The high gate is bought", "Agreed", 8))));
    }

    @Test
    void two_tasks_of_one_sentence_stay_apart_and_find_their_own() {
        Item panes = item("Order the panes", "order the panes and call the smith", 4);
        Item smith = item("Call the smith", "order the panes and call the smith", 4);
        assertEquals(List.of("[0, 1]", "[0, 1]"), rows(way("A", panes, smith), way("B", smith, panes)));
        Comparison comparison = Comparison.of("team", "input", List.of(way("A", panes, smith), way("B", smith, panes)));
        comparison
                .rows()
                .forEach(row -> assertEquals(
                        row.items().get(0).text(), row.items().get(1).text()));
    }

    @Test
    void different_things_on_one_line_are_two_items() {
        assertEquals(
                List.of("[0]", "[1]"),
                rows(
                        way("A", item("Order panes", "order panes", 4)),
                        way("B", item("Roof may fall", "it could come down", 4))));
    }

    @Test
    void an_item_only_the_third_way_has_is_a_row_of_its_own() {
        Item gate = item("Buy the gate", "buy the gate", 3);
        Item leak = item("Mend the roof", "mend the roof", 9);
        assertEquals(List.of("[0, 1, 2]", "[2]"), rows(way("A", gate), way("B", gate), way("C", leak, gate)));
    }

    @Test
    void items_without_words_do_no_harm() {
        assertEquals(List.of("[0, 1]"), rows(way("A", item("", "", 0)), way("B", item("?!", "", 0))));
        assertEquals(List.of("[1]"), rows(way("A"), way("B", item("One", "", 0))));
    }
}
