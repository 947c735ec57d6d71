package dev.llmagents.team.meetmind.transcript;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A piece of speech in JSON.
 *
 * @param line the line its text begins on
 * @param text what is said
 * @param speaker who says it; empty if that is not told
 * @param start when it begins
 * @param end when it ends
 */
record JsonSegment(int line, String text, String speaker, JsonTime start, JsonTime end) {
    private static final String[] TEXT_KEYS = {
        "text",
        "transcript",
        "content",
        "sentence",
        "utterance",
        "message",
        "caption",
        "body",
        "display",
        "punctuated_word",
        "word",
        "value",
    };
    /** Lists whose elements say the text together. */
    private static final String[] PARTS = {"sentences", "words", "elements", "tokens"};
    /** Lists whose first element is the best guess. */
    private static final String[] GUESSES = {"alternatives", "nBest"};

    private static final String[] SPEAKER_KEYS = {
        "speaker",
        "speaker_name",
        "speakerName",
        "speaker_label",
        "speakerLabel",
        "participant",
        "participant_name",
        "participantName",
        "user",
        "author",
        "name",
        "from",
        "who",
        "speaker_id",
        "speakerId",
        "speakerTag",
    };
    private static final String[] NAME_KEYS = {"name", "displayName", "display_name", "label", "id", "email"};
    private static final String[] START_KEYS = {
        "start",
        "start_time",
        "startTime",
        "start_timestamp",
        "startTimestamp",
        "begin",
        "begin_time",
        "offset",
        "ts",
        "timestamp",
        "time",
        "start_ms",
        "startMs",
    };
    private static final String[] END_KEYS = {
        "end", "end_time", "endTime", "end_timestamp", "endTimestamp", "stop", "end_ts", "end_ms", "endMs",
    };

    /** The segment in {@code fields}, if it has a text. */
    static Optional<JsonSegment> of(JsonValue.Fields fields, Map<String, String> names) {
        Map<String, JsonValue> values = fields.values();
        Optional<JsonValue.Text> text = text(values);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        JsonTime start = time(values, START_KEYS);
        JsonTime end = time(values, END_KEYS);
        for (String key : PARTS) {
            if (values.get(key) instanceof JsonValue.Elements parts
                    && !parts.values().isEmpty()) {
                start = start.isKnown() ? start : partTime(parts.values().get(0), START_KEYS);
                end = end.isKnown()
                        ? end
                        : partTime(parts.values().get(parts.values().size() - 1), END_KEYS);
            }
        }
        return Optional.of(new JsonSegment(text.get().line(), text.get().value(), speaker(values, names), start, end));
    }

    private static Optional<JsonValue.Text> text(Map<String, JsonValue> values) {
        for (String key : TEXT_KEYS) {
            if (values.get(key) instanceof JsonValue.Text text && !text.value().isBlank()) {
                return Optional.of(new JsonValue.Text(onOneLine(text.value()), text.line()));
            }
        }
        for (String key : PARTS) {
            if (values.get(key) instanceof JsonValue.Elements parts) {
                return joined(parts);
            }
        }
        for (String key : GUESSES) {
            if (values.get(key) instanceof JsonValue.Elements guesses
                    && !guesses.values().isEmpty()
                    && guesses.values().get(0) instanceof JsonValue.Fields best) {
                return direct(best.values());
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonValue.Text> direct(Map<String, JsonValue> values) {
        for (String key : TEXT_KEYS) {
            if (values.get(key) instanceof JsonValue.Text text && !text.value().isBlank()) {
                return Optional.of(new JsonValue.Text(onOneLine(text.value()), text.line()));
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonValue.Text> joined(JsonValue.Elements parts) {
        StringBuilder text = new StringBuilder();
        int line = 0;
        for (JsonValue part : parts.values()) {
            if (part instanceof JsonValue.Fields fields) {
                Optional<JsonValue.Text> piece = direct(fields.values());
                if (piece.isPresent()) {
                    boolean word = WordCount.of(piece.get().value()) > 0;
                    text.append(text.length() > 0 && word ? " " : "")
                            .append(piece.get().value());
                    line = line == 0 ? piece.get().line() : line;
                }
            }
        }
        return line == 0 ? Optional.empty() : Optional.of(new JsonValue.Text(text.toString(), line));
    }

    private static String onOneLine(String text) {
        String one = text.indexOf('\n') < 0 && text.indexOf('\r') < 0
                ? text
                : text.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' ');
        return SourceText.strip(one);
    }

    private static String speaker(Map<String, JsonValue> values, Map<String, String> names) {
        for (String key : SPEAKER_KEYS) {
            JsonValue value = values.get(key);
            if (value != null) {
                String name = name(value, names);
                if (!name.isEmpty()) {
                    return name;
                }
            }
        }
        return "";
    }

    /** What {@code value} calls somebody; empty if it does not. */
    static String name(JsonValue value, Map<String, String> names) {
        if (value instanceof JsonValue.Fields fields) {
            for (String key : NAME_KEYS) {
                String name = plain(fields.values().get(key));
                if (!name.isEmpty()) {
                    return names.getOrDefault(name, name);
                }
            }
            return "";
        }
        String plain = plain(value);
        String name = names.getOrDefault(plain, plain);
        return value instanceof JsonValue.Figure && name.equals(plain) ? "Speaker " + plain : name;
    }

    static String plain(JsonValue value) {
        if (value instanceof JsonValue.Text text) {
            return onOneLine(text.value());
        }
        if (value instanceof JsonValue.Figure figure && figure.value() == Math.rint(figure.value())) {
            return Long.toString((long) figure.value());
        }
        return "";
    }

    private static JsonTime time(Map<String, JsonValue> values, String[] keys) {
        for (String key : keys) {
            JsonValue value = values.get(key);
            if (value instanceof JsonValue.Fields fields) {
                value = fields.values().get("relative");
            }
            JsonTime time = JsonTime.of(value, key.toLowerCase(Locale.ROOT).endsWith("ms"));
            if (time.isKnown()) {
                return time;
            }
        }
        return JsonTime.UNKNOWN;
    }

    private static JsonTime partTime(JsonValue part, String[] keys) {
        return part instanceof JsonValue.Fields fields ? time(fields.values(), keys) : JsonTime.UNKNOWN;
    }
}
