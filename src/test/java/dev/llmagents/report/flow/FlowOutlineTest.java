package dev.llmagents.report.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.llmagents.testing.Requests;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowOutlineTest {
    private static String outline(String answer) {
        return FlowOutline.of(Requests.json(answer)).stream()
                .map(line -> "  ".repeat(line.depth()) + line.label() + "=" + String.join("|", line.value()))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void an_answer_of_any_form_becomes_lines() {
        assertEquals("""
                Title=Rig
                Due date=–
                Parts (2)=
                  =mast
                    Height=12
                    Tags (1)=
                      =old
                  =sail
                    Height=–
                    Tags=–
                Where=
                  Port=Oslo
                Plain (2)=
                  =a
                  =b
                Letter=Ahoy,|we come.""", outline("""
                        {"title":"Rig","due_date":null,"parts":[{"name":"mast","height":12,"tags":["old"]},
                         {"name":"sail","height":"","tags":[]}],"where":{"port":"Oslo"},"plain":["a","b"],
                         "letter":"Ahoy,\\n\\nwe come.\\n"}"""));
    }

    @Test
    void lists_in_lists_are_set_in_further() {
        assertEquals("Rows (2)=\n  =\n    =1\n    =2\n  =–", outline("{\"rows\":[[1,2],[]]}"));
        assertEquals(List.of(), FlowOutline.of(Requests.json("{}")));
    }

    @ParameterizedTest
    @CsvSource({"dueDate, Due date", "due_date, Due date", "URL, URL", "a, A", "x1y, X1y"})
    void names_of_fields_become_words(String name, String words) {
        assertEquals(words, FlowOutline.words(name));
    }
}
