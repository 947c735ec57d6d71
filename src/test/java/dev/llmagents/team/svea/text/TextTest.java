package dev.llmagents.team.svea.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    private static List<String> passages(String text) {
        return Passages.of(text.lines().toList()).stream()
                .map(passage -> passage.line() + " " + passage.text())
                .toList();
    }

    @Test
    void cuts_sentences_headings_items_and_tables_with_their_lines() {
        assertEquals(
                List.of(
                        "1 Rutin",
                        "3 Första meningen går över två rader.",
                        "4 Andra meningen.",
                        "6 Ett",
                        "7 två",
                        "9 | a | b |"),
                passages(
                        "# Rutin\n\nFörsta meningen går\növer två   rader. Andra meningen.\n\n- Ett\n2. två\n\n| a | b |\n|---|---|\n"));
    }

    @Test
    void an_abbreviation_ends_no_sentence() {
        assertEquals(
                1,
                passages("Gäller t.ex. Fakturor enligt 7 kap. 2 § och prop. 2023/24:78 m.m. Vid behov.")
                        .size());
    }

    @Test
    void a_passage_knows_its_heading_and_quotes_around_a_place() {
        Passage passage = Passages.of(List.of("## Arkiv", "", "Ord ".repeat(100) + "mitt " + "ord ".repeat(100)))
                .get(1);
        assertEquals("Arkiv", passage.heading());
        String quote = passage.quoteAt(passage.text().indexOf("mitt"));
        assertTrue(
                quote.contains("mitt") && quote.length() <= 202 && quote.startsWith("…") && quote.endsWith("…"), quote);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Vi lagrar inte uppgifter i USA | USA | true",
                "Vi lagrar uppgifter i USA | USA | false",
                "Vi lagrar inte lokalt, men i USA | USA | false",
                "Kassaregister finns inte | kassaregister | true",
                "Kassaregister finns, inte kvitton | kassaregister | false",
                "Inte bara USA | USA | false",
                "Aldrig i USA | USA | true",
                "Utan kassaregister | kassaregister | true"
            })
    void sees_denial_near_a_word(String text, String word, boolean denied) {
        Passage passage = Passages.of(List.of(text)).get(0);
        int at = passage.folded().indexOf(word.toLowerCase(Locale.ROOT));
        assertEquals(denied, Negation.isNear(passage, new PhraseBook.Hit(at, at + word.length())));
    }

    @Test
    void folding_keeps_places_and_ignores_the_locale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertEquals("i ÄI".length(), PhraseBook.fold("I Äi").length());
            assertEquals("i äi", PhraseBook.fold("I Äi"));
            assertEquals("åäö", PhraseBook.fold("A\u030AA\u0308O\u0308"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,\"x,y\"\n", "a;b;c;d\r\n1;\"x,y\";3;4\r\n", "a\tb\tc\td\n1\tx,y\t3\t4"})
    void tables_are_cut_at_their_own_separator(String csv) {
        DelimitedTable table = DelimitedTable.of(csv);
        assertEquals(2, table.rows().size());
        assertEquals("x,y", table.rows().get(1).cells().get(1));
        assertEquals(2, table.rows().get(1).line());
    }

    @Test
    void a_quote_that_never_closes_costs_its_cell_and_no_more() {
        assertEquals(1, DelimitedTable.of("a,\"b\nc\nd").rows().size());
        assertEquals(List.of(), DelimitedTable.of("").rows());
    }

    @Test
    void trees_keep_lines_and_refuse_depth_doubles_and_rubbish() {
        Tree tree = Tree.ofYaml("a: 1\nb:\n  - c: x\n  - y\n").orElseThrow();
        assertEquals(4, tree.fields().get("b").items().get(1).line());
        assertEquals("c: x; y", tree.fields().get("b").flat());
        assertTrue(Tree.ofYaml("a: 1\na: 2\n").isEmpty());
        assertTrue(Tree.ofJson("[".repeat(50_000)).isEmpty());
        assertTrue(Tree.ofYaml("[".repeat(50_000)).isEmpty());
        assertTrue(Tree.ofJson("{\"a\":").isEmpty());
        assertTrue(Tree.ofYaml("a: [1").isEmpty());
    }

    @Test
    void yaml_aliases_do_not_unfold() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }
        assertTrue(Tree.ofYaml(bomb.toString()).map(Tree::flat).orElse("").length() < 10_000);
        assertFalse(Tree.ofYaml("a: !!javax.script.ScriptEngineManager [x]\n")
                .map(Tree::flat)
                .orElse("")
                .isEmpty());
    }
}
