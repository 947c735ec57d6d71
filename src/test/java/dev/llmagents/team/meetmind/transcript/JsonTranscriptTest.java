package dev.llmagents.team.meetmind.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.document.UnreadableInputException.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTranscriptTest {

    @Test
    void reads_segments_with_the_line_of_each_text() throws Exception {
        Reading reading = Reading.of("""
                {
                  "title": "Boiler",
                  "start_time": "2026-03-02T09:00:00Z",
                  "segments": [
                    {"start": 1.0, "end": 2.5,
                     "text": "It leaks.", "speaker": "Ida"},
                    {"start": 3, "end": 4, "text": "Who says so?", "speaker": null}
                  ]
                }
                """);
        assertEquals(TranscriptFormat.JSON, reading.format());
        assertEquals(List.of("6 1-2.5 Ida: It leaks.", "7 3-4 Unknown speaker: Who says so?"), reading.said());
        assertEquals("Boiler", reading.transcript().title().orElseThrow());
        assertEquals("2026-03-02", reading.transcript().date().orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A plain list.
                "[{\"speaker\":\"Ida\",\"start\":1,\"end\":2,\"text\":\"It leaks.\"},{\"speaker\":\"Omar\",\"start\":3.5,\"end\":4,\"text\":\"Oh.\"}]",
                // Milliseconds and letters, with words beside.
                "{\"text\":\"It leaks. Oh.\",\"utterances\":[{\"speaker\":\"Ida\",\"start\":1000,\"end\":2000,\"text\":\"It leaks.\",\"words\":[{\"text\":\"It\",\"start\":1000,\"speaker\":\"Ida\"}]},{\"speaker\":\"Omar\",\"start\":3500,\"end\":4000,\"text\":\"Oh.\"}]}",
                // Times as texts, the name as an object.
                "{\"results\":{\"list\":[{\"participant\":{\"name\":\"Ida\"},\"start_time\":\"00:00:01\",\"end_time\":\"2.0\",\"transcript\":\"It leaks.\"},{\"participant\":{\"name\":\"Omar\"},\"start_time\":\"PT3.5S\",\"end_time\":\"4s\",\"transcript\":\"Oh.\"}]}}",
                // Words only.
                "{\"monologues\":[{\"speaker\":\"Ida\",\"elements\":[{\"value\":\"It\",\"ts\":1,\"end_ts\":1.5},{\"value\":\"leaks\",\"ts\":1.5,\"end_ts\":2},{\"value\":\".\",\"end_ts\":2}]},{\"speaker\":\"Omar\",\"elements\":[{\"value\":\"Oh\",\"ts\":3.5,\"end_ts\":4},{\"value\":\".\",\"end_ts\":4}]}]}",
                // One object to a line.
                "{\"speaker\":\"Ida\",\"start\":1.0,\"end\":2.0,\"text\":\"It leaks.\"}\n{\"speaker\":\"Omar\",\"start\":3.5,\"end\":4,\"text\":\"Oh.\"}\n",
                // Numbers that a list explains.
                "{\"speakers\":[{\"id\":0,\"name\":\"Ida\"},{\"id\":1,\"name\":\"Omar\"}],\"segments\":[{\"speaker\":0,\"start\":1.0,\"end\":2,\"text\":\"It leaks.\"},{\"speaker\":1,\"start\":3.5,\"end\":4,\"text\":\"Oh.\"}]}",
            })
    void reads_what_different_services_write(String json) throws Exception {
        List<String> said = Reading.of(json).said();
        assertEquals(2, said.size(), said.toString());
        assertTrue(said.get(0).endsWith(" 1-2 Ida: It leaks."), said.toString());
        assertTrue(said.get(1).endsWith(" 3.5-4 Omar: Oh."), said.toString());
    }

    @Test
    void single_words_are_put_together_to_sentences() throws Exception {
        StringBuilder json = new StringBuilder("[");
        String[] words = {"So", "it", "leaks.", "Who", "is", "to", "mend", "it?", "Me."};
        for (int i = 0; i < words.length; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"word\":\"")
                    .append(words[i])
                    .append("\",\"start\":")
                    .append(i * 0.5)
                    .append(",\"speaker\":")
                    .append(i < 8 ? 0 : 1)
                    .append('}');
        }
        assertEquals(
                List.of("1 0 Speaker 0: So it leaks.", "1 1.5 Speaker 0: Who is to mend it?", "1 4 Speaker 1: Me."),
                Reading.of(json + "]").said());
    }

    @Test
    void json_that_is_cut_off_says_where() {
        UnreadableInputException refused =
                assertThrows(UnreadableInputException.class, () -> Reading.of("{\"segments\": [\n{\"text\": \"a"));
        assertEquals(Reason.DAMAGED, refused.reason());
        assertEquals(
                "meeting.txt looks like JSON but is damaged or cut off at line 2: export it again.",
                refused.getMessage());
    }

    @Test
    void json_without_speech_says_what_was_expected() {
        for (String json : new String[] {"{}", "[]", "{\"a\": [1, 2], \"b\": {\"c\": null}}", "{\"segments\": []}"}) {
            UnreadableInputException refused =
                    assertThrows(UnreadableInputException.class, () -> Reading.of(json), json);
            assertEquals(Reason.NO_CONTENT, refused.reason());
            assertTrue(refused.getMessage().contains("\"segments\""), refused.getMessage());
        }
    }

    @Test
    void brackets_alone_make_no_json() throws Exception {
        assertEquals(
                TranscriptFormat.LABELLED,
                Reading.of("[00:01] Ida: Hi.\n[00:02] Omar: Hi.").format());
        assertEquals(
                TranscriptFormat.LABELLED, Reading.of("[Ida]: Hi.\n[Omar]: Hi.").format());
    }
}
