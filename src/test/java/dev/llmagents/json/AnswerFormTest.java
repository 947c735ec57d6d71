package dev.llmagents.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerFormTest {
    private final AnswerForm form;

    AnswerFormTest() throws Exception {
        form = new AnswerForm(Json.parse("{\"type\": \"object\", \"required\": [\"name\"],"
                + " \"properties\": {\"name\": {\"type\": \"string\"}}}"));
    }

    @Test
    void an_answer_is_judged_alike_however_often_it_is_shown() {
        for (int time = 0; time < 3; time++) {
            assertEquals(Optional.empty(), form.problemWith("{\"name\": \"Anna\"}"));
            assertTrue(form.problemWith("{\"name\": 1}").orElseThrow().startsWith("/name: "));
            assertEquals(Optional.of("no JSON object was found"), form.problemWith("Sorry."));
            assertEquals(
                    Optional.of("the JSON object breaks off before its end"),
                    form.problemWith("{\"name\": \"Anna\", \"more\": [1, 2"));
        }
    }

    @Test
    void more_answers_than_are_remembered_are_judged_rightly() {
        for (int number = 0; number < 200; number++) {
            assertEquals(Optional.empty(), form.problemWith("{\"name\": \"Anna " + number % 70 + "\"}"));
            assertTrue(form.problemWith("{\"name\": " + number % 70 + "}").isPresent());
        }
    }

    @Test
    void what_is_no_schema_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new AnswerForm(Json.parse("{\"$ref\": \"#/nowhere\"}")));
    }
}
