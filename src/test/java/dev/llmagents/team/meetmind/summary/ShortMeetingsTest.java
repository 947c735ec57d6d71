package dev.llmagents.team.meetmind.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.llmagents.team.meetmind.SummarySentence;
import dev.llmagents.team.meetmind.extract.Extraction;
import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.transcript.Transcript;
import dev.llmagents.team.meetmind.transcript.TranscriptReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole summaries of short meetings, kept beside the test to be read. After a change that is meant, {@code mvn test
 * -Dtest=ShortMeetingsTest -Dgolden.update=true} writes them anew in the source tree; read them before keeping them.
 */
class ShortMeetingsTest {

    private static final Path SOURCES = Path.of("src/test/resources/dev/llmagents/team/meetmind/summary");

    @ParameterizedTest
    @CsvSource({"standup, EN", "sales-call, EN", "board, EN", "support, SV", "forskning, SV", "planering, SV"})
    void are_told_as_a_colleague_would(String meeting, Language language) throws Exception {
        String file = meeting + "." + language.code();
        Transcript transcript =
                TranscriptReader.read(file + ".txt", bytes(file + ".txt")).transcript();
        Extraction found = Extraction.of(transcript, language);
        Talk talk = Talk.of(transcript.utterances(), language, transcript.title());
        StringBuilder text = new StringBuilder();
        for (SummarySentence sentence :
                Summary.of(talk, found.decisions(), found.actionItems(), found.risks(), found.openQuestions())) {
            text.append(sentence.text()).append('\n');
        }
        check(file + ".summary.txt", text.toString());
    }

    private static void check(String file, String actual) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(SOURCES.resolve(file), actual);
            return;
        }
        assertEquals(new String(bytes(file), StandardCharsets.UTF_8), actual, file);
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream stream = ShortMeetingsTest.class.getResourceAsStream(file)) {
            return stream == null ? new byte[0] : stream.readAllBytes();
        }
    }
}
