package dev.llmagents.team.meetmind.transcript;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.document.UnreadableInputException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs that are cut, spoilt or huge are read or refused, never anything else, and in linear time. */
class EnduranceTest {
    private static final List<String> INPUTS = List.of(
            "WEBVTT\n\nNOTE x\n\n1\n00:00:01.000 --> 00:00:02.000\n<v Ida Falk>Hello &amp; hi.</v>\n\n00:03.000 --> 00:04.000\nOmar: Hi.\n",
            "1\n00:00:01,000 --> 00:00:02,000\nIda: Hello.\n\n2\n00:00:02,000 --> 00:00:03,000\nOmar: Hi.\n",
            "00:05:16\tIda Falk:\tIs it on?\r\n00:05:20\tOmar:\tReacted to \"Is it on?\" with 👍\r\n14:05:16 From Ida to Everyone: x\n",
            "Ida Falk  0:08\nHello.\n\nOmar Holm\n1 minute 2 seconds\nHi.\n\nTranscribed by https://otter.ai\n",
            "Review – 2026/03/02 10:00\nAttendees\nIda Falk, Holm, Omar (Guest)\n| AB | Ann Berg |\n\n00:00:00\n\nIda Falk: Hello.\nAB: Hi.\n",
            "**Ida** (00:00:01): Hello.\n[00:04] Omar (X, Y: Z): Hi.\n[2026-03-02 10:00:01 - 10:00:02] Mr. Ek: no\n",
            "{\"title\":\"x\",\"segments\":[{\"start\":1.5,\"end\":\"00:02\",\"speaker\":{\"name\":\"Ida\"},\"text\":\"Hi.\"},{\"words\":[{\"word\":\"a\",\"start\":\"2026-03-02T10:00:00Z\"}]}]}",
            "Möte den 2 mars 2026\nNärvarande: Ida, Åsa\nDet här är löpande text: utan talare.\n");

    @Test
    void whatever_is_done_to_an_input_it_is_read_or_refused() {
        Random random = new Random(20260302);
        for (String input : INPUTS) {
            byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
            for (int round = 0; round < 600; round++) {
                readOrRefuse(spoilt(bytes, random, round % 4));
            }
        }
    }

    private static byte[] spoilt(byte[] bytes, Random random, int way) {
        if (way == 0) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
        }
        if (way == 1) {
            return Arrays.copyOfRange(bytes, random.nextInt(bytes.length), bytes.length);
        }
        byte[] spoilt = bytes.clone();
        String letters = ":[]()<>{}*#-|,.0123456789\n\r\t \"'&;";
        for (int i = random.nextInt(12); i >= 0; i--) {
            int value = way == 2 ? random.nextInt(256) : letters.charAt(random.nextInt(letters.length()));
            spoilt[random.nextInt(spoilt.length)] = (byte) value;
        }
        return spoilt;
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            TranscriptReading reading = TranscriptReader.read("spoilt", bytes);
            Participants.of(reading);
            Speakers.unify(reading.transcript(), Map.of("ida", "Ida Falk"));
            int before = 0;
            for (Utterance utterance : reading.transcript().utterances()) {
                assertTrue(utterance.line() >= before, "lines go backwards");
                before = utterance.line();
            }
        } catch (UnreadableInputException e) {
            assertTrue(e.getMessage().startsWith("spoilt "), e.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "Ida: ",
                "(",
                "[",
                "{",
                "<v ",
                "<",
                "&amp;",
                ">>",
                "* ",
                "| ",
                "1:",
                "12:34 ",
                "a.b ",
                "0 minutes ",
                "<!-- -->",
                "\"",
                "#",
                "Ida, ",
                "Ida: hi\n",
                "a\n",
                "\n",
                "Ida  0:08\nhi\n",
                "[00:00:01] hi\n",
                "1\n00:00:01,000 --> 00:00:02,000\nhi\n\n",
                "00:00:01\tA:\thi\n",
                "[{\"text\":",
                "{\"text\":\"a\"}\n",
            })
    void a_long_repetition_takes_linear_time(String part) {
        byte[] bytes = part.repeat(300_000 / part.length()).getBytes(StandardCharsets.UTF_8);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> readOrRefuse(bytes));
    }

    @Test
    void a_line_of_two_megabytes_takes_linear_time() {
        byte[] bytes = ("Ida: " + "and so on (and on) ".repeat(110_000)).getBytes(StandardCharsets.UTF_8);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> readOrRefuse(bytes));
    }
}
