package dev.llmagents.cli.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageSearchTest {
    private static final List<Passage> MEETING = List.of(
            new Passage("line 1, Anna", "Welcome everybody, let us begin with the roof of the greenhouse."),
            new Passage("line 2, Bo", "The roof leaks and two panes are broken."),
            new Passage("line 3, Anna", "Who orders new panes for the roof?"),
            new Passage("line 4, Cid", "We have to talk about the gate as well."),
            new Passage("report, actionItems[0]", "Paint the fence; owner: Cid"));

    private static List<String> best(String question) {
        return new PassageSearch(MEETING)
                .best(question, 3).stream().map(hit -> hit.passage().where()).toList();
    }

    @Test
    void the_passage_with_the_rarest_words_comes_first() {
        assertEquals("line 3, Anna", best("Who ordered the panes?").get(0));
        assertEquals(List.of("line 4, Cid"), best("What about gates?"));
    }

    @Test
    void a_person_can_be_asked_for() {
        assertEquals(
                List.of("report, actionItems[0]", "line 4, Cid"),
                best("cid").stream().sorted(Comparator.reverseOrder()).toList());
    }

    @Test
    void the_name_of_a_field_is_two_words() {
        assertEquals(List.of("report, actionItems[0]"), best("which actions"));
    }

    @Test
    void nothing_is_found_where_no_word_is_shared() {
        assertEquals(List.of(), best("Is there a budget for marmalade?"));
        assertEquals(List.of(), new PassageSearch(List.of()).best("anything", 3));
    }
}
