package dev.llmagents.team.meetmind.transcript;

import dev.llmagents.document.UnreadableInputException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** A transcript read from a text block, in the words of the tests. */
record Reading(TranscriptReading reading) {

    static Reading of(String text) throws UnreadableInputException {
        return named("meeting.txt", text);
    }

    static Reading named(String name, String text) throws UnreadableInputException {
        return new Reading(TranscriptReader.read(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    TranscriptFormat format() {
        return reading.format();
    }

    Transcript transcript() {
        return reading.transcript();
    }

    /** In order of first appearance. */
    List<String> speakers() {
        LinkedHashSet<String> speakers = new LinkedHashSet<>();
        for (Utterance utterance : transcript().utterances()) {
            speakers.add(utterance.speaker());
        }
        return List.copyOf(speakers);
    }

    /** Each utterance as {@code line start-end speaker: text}, times in seconds and left out where there are none. */
    List<String> said() {
        List<String> said = new ArrayList<>();
        for (Utterance utterance : transcript().utterances()) {
            String start = utterance.start().map(Reading::seconds).orElse("");
            String end = utterance.end().map(time -> "-" + seconds(time)).orElse("");
            String time = start.isEmpty() ? "" : start + end + " ";
            said.add(utterance.line() + " " + time + utterance.speaker() + ": " + utterance.text());
        }
        return said;
    }

    private static String seconds(Duration time) {
        String seconds = Double.toString(time.toMillis() / 1000.0);
        return seconds.endsWith(".0") ? seconds.substring(0, seconds.length() - 2) : seconds;
    }
}
