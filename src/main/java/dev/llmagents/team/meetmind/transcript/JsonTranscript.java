package dev.llmagents.team.meetmind.transcript;

import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.document.UnreadableInputException.Reason;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the speech in JSON of any shape: the array of objects with text that says most, preferring one that names
 * speakers and one that is not cut into single words. So {@code segments}, {@code utterances}, {@code results} and what
 * the next service calls it need no list of services.
 */
final class JsonTranscript {
    private static final String[] TITLE_KEYS = {"title", "meeting_title", "meetingTitle", "subject", "topic"};
    private static final String[] DATE_KEYS = {
        "date",
        "meeting_date",
        "meetingDate",
        "start_time",
        "startTime",
        "started_at",
        "startedAt",
        "start",
        "recorded_at",
        "created_at",
        "createdAt",
        "dateString",
    };
    private static final String[] PEOPLE_KEYS = {"attendees", "participants", "speakers"};

    private JsonTranscript() {}

    static Draft read(SourceText source) throws UnreadableInputException {
        List<JsonValue> roots = JsonTree.read(source.name(), source.text());
        Map<String, String> names = namesById(roots);
        List<JsonSegment> best = List.of();
        Rank bestRank = Rank.NOTHING;
        for (List<JsonValue> array : arrays(roots)) {
            List<JsonSegment> segments = segments(array, names);
            Rank rank = Rank.of(segments);
            if (rank.isAbove(bestRank)) {
                best = segments;
                bestRank = rank;
            }
        }
        if (best.isEmpty()) {
            throw new UnreadableInputException(
                    Reason.NO_CONTENT,
                    source.name() + " is JSON but holds no speech: expected a list of objects with a text, such as"
                            + " {\"segments\": [{\"speaker\": …, \"start\": …, \"text\": …}]}.");
        }
        return new Draft(TranscriptFormat.JSON, header(roots), JsonTurns.utterances(best, bestRank.singleWords()));
    }

    private record Rank(boolean namesSpeakers, boolean singleWords, long letters, int count) {
        static final Rank NOTHING = new Rank(false, true, 0, 0);

        static Rank of(List<JsonSegment> segments) {
            long letters = 0;
            int words = 0;
            boolean speakers = false;
            for (JsonSegment segment : segments) {
                letters += segment.text().length();
                words += WordCount.of(segment.text());
                speakers |= !segment.speaker().isEmpty();
            }
            boolean single = segments.size() > 7 && words <= segments.size() * 1.1;
            return new Rank(speakers, single, letters, segments.size());
        }

        boolean isAbove(Rank other) {
            if (letters == 0 || other.letters == 0) {
                return letters > 0;
            }
            if (namesSpeakers != other.namesSpeakers) {
                return namesSpeakers;
            }
            if (singleWords != other.singleWords) {
                return !singleWords;
            }
            return letters != other.letters ? letters > other.letters : count > other.count;
        }
    }

    private static List<JsonSegment> segments(List<JsonValue> array, Map<String, String> names) {
        List<JsonSegment> segments = new ArrayList<>();
        for (JsonValue value : array) {
            if (value instanceof JsonValue.Fields fields) {
                JsonSegment.of(fields, names).ifPresent(segments::add);
            }
        }
        return segments;
    }

    /** Every array of the input, outermost first; the roots are one too, for JSON lines. */
    private static List<List<JsonValue>> arrays(List<JsonValue> roots) {
        List<List<JsonValue>> arrays = new ArrayList<>();
        Deque<JsonValue> waiting = new ArrayDeque<>();
        waiting.add(new JsonValue.Elements(roots));
        while (!waiting.isEmpty()) {
            JsonValue value = waiting.remove();
            if (value instanceof JsonValue.Elements elements) {
                arrays.add(elements.values());
                waiting.addAll(elements.values());
            } else if (value instanceof JsonValue.Fields fields) {
                waiting.addAll(fields.values().values());
            }
        }
        return arrays;
    }

    private static Optional<JsonValue.Fields> top(List<JsonValue> roots) {
        return !roots.isEmpty() && roots.get(0) instanceof JsonValue.Fields fields
                ? Optional.of(fields)
                : Optional.empty();
    }

    private static MeetingHeader header(List<JsonValue> roots) {
        Optional<JsonValue.Fields> top = top(roots);
        if (top.isEmpty()) {
            return MeetingHeader.NONE;
        }
        Map<String, JsonValue> fields = top.get().values();
        Optional<String> title = Optional.empty();
        for (String key : TITLE_KEYS) {
            if (title.isEmpty()
                    && fields.get(key) instanceof JsonValue.Text text
                    && !text.value().isBlank()) {
                title = Optional.of(SourceText.strip(text.value()));
            }
        }
        Optional<LocalDate> date = Optional.empty();
        for (String key : DATE_KEYS) {
            if (date.isEmpty() && fields.get(key) instanceof JsonValue.Text text) {
                date = WrittenDate.only(text.value()).map(WrittenDate::date);
            }
        }
        return new MeetingHeader(title, date, people(fields));
    }

    private static List<String> people(Map<String, JsonValue> fields) {
        List<String> people = new ArrayList<>();
        for (String key : PEOPLE_KEYS) {
            if (people.isEmpty() && fields.get(key) instanceof JsonValue.Elements elements) {
                for (JsonValue person : elements.values()) {
                    String name = JsonSegment.name(person, Map.of());
                    if (!(person instanceof JsonValue.Figure) && !name.isEmpty()) {
                        people.add(name);
                    }
                }
            }
        }
        return people;
    }

    /** Where segments give numbers, a list beside them may give the names. */
    private static Map<String, String> namesById(List<JsonValue> roots) {
        Map<String, String> names = new LinkedHashMap<>();
        Optional<JsonValue.Fields> top = top(roots);
        for (String key : PEOPLE_KEYS) {
            if (top.isPresent() && top.get().values().get(key) instanceof JsonValue.Elements elements) {
                for (JsonValue person : elements.values()) {
                    if (person instanceof JsonValue.Fields fields) {
                        String id = JsonSegment.plain(fields.values().get("id"));
                        String name = JsonSegment.plain(fields.values().get("name"));
                        if (!id.isEmpty() && !name.isEmpty()) {
                            names.putIfAbsent(id, name);
                        }
                    }
                }
            }
        }
        return names;
    }
}
