package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.transcript.Transcript;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes meetings out of lines such as {@code [00:00:03] Nora: Good morning.} */
final class Meetings {
    private static final Pattern TURN = Pattern.compile("^(?:\\[[\\d:]+]\\s*)?([^:\\[\\]]{1,70}?):\\s+(.*)$");
    static final Optional<LocalDate> WEDNESDAY = Optional.of(LocalDate.of(2026, 6, 10));

    private Meetings() {}

    static MeetingText english(String... lines) {
        return MeetingText.of(transcript(List.of(lines)), Language.EN);
    }

    static MeetingText swedish(String... lines) {
        return MeetingText.of(transcript(List.of(lines)), Language.SV);
    }

    static Transcript resource(String name) {
        return transcript(List.of(text(name + ".txt").split("\n")));
    }

    static String text(String name) {
        try (InputStream bytes = Meetings.class.getResourceAsStream(name)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    static Transcript transcript(List<String> lines) {
        List<Utterance> utterances = new ArrayList<>();
        List<String> attendees = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher turn = TURN.matcher(lines.get(i).strip());
            if (!turn.matches() || turn.group(2).isBlank() || turn.group(1).equals("Date")) {
                continue;
            }
            if (turn.group(1).equals("Attendees") || turn.group(1).equals("Närvarande")) {
                attendees.addAll(List.of(turn.group(2).split(", ")));
                continue;
            }
            utterances.add(new Utterance(
                    i + 1,
                    Optional.empty(),
                    Optional.empty(),
                    turn.group(1),
                    turn.group(2).strip()));
        }
        return new Transcript("test", Optional.empty(), Optional.empty(), attendees, utterances);
    }
}
