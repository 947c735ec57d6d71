package dev.llmagents.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.document.UnreadableInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakerNamesTest {
    private static final Map<String, String> ROBERT = Map.of("Bob", "Robert Ek", "SPEAKER_01", "Robert Ek");

    @TempDir
    private Path folder;

    private Map<String, String> read(String name, String text) throws Exception {
        return SpeakerNames.read(Files.writeString(folder.resolve(name), text));
    }

    @Test
    void three_forms_say_the_same() throws Exception {
        assertEquals(ROBERT, read("a.txt", "# who\nBob = Robert Ek\r\nSPEAKER_01 = Robert Ek\n"));
        assertEquals(ROBERT, read("a.yaml", "# who\nBob: Robert Ek\nSPEAKER_01: \"Robert Ek\"\n"));
        assertEquals(ROBERT, read("b.yml", "Robert Ek: [Bob, SPEAKER_01]\n"));
        assertEquals(ROBERT, read("c.yml", "Robert Ek:\n  - Bob\n  - SPEAKER_01\n"));
        assertEquals(ROBERT, read("a.csv", "alias,name\nBob,Robert Ek\n\"SPEAKER_01\",\"Robert Ek\"\n"));
        assertEquals(ROBERT, read("b.csv", "\uFEFFBob;Robert Ek\r\nSPEAKER_01;Robert Ek\r\n"));
        assertEquals(Map.of("Ek, Robert", "Robert Ek"), read("c.csv", "\"Ek, Robert\",Robert Ek\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.txt|Bob = Robert%Anna|line 2",
                "a.txt|Bob =|line 1",
                "a.csv|alias,name%Bob|line 2",
                "a.csv|Bob,Robert,Ek|line 1",
                "a.csv|Bob,\"Robert|line 1",
                "a.csv|Bob,|line 1",
                "a.yaml|- Bob|line 1",
                "a.yaml|Bob: Robert%Anna:|line 2",
                "a.yaml|Bob: {first: Robert}|line 1",
                "a.yaml|Robert Ek:%  - [Bob]|line 2",
                "a.yaml|Bob: Robert%\"|line",
                "a.yaml|Bob: Robert%bob: Roberta|line 2",
                "a.csv|Bob,Robert%BOB,Roberta|line 2"
            })
    void what_cannot_be_meant_is_refused_with_its_line(String name, String text, String place) {
        UnreadableInputException refused =
                assertThrows(UnreadableInputException.class, () -> read(name, text.replace('%', '\n')));
        assertTrue(refused.getMessage().contains(name + ", " + place), refused.getMessage());
    }
}
