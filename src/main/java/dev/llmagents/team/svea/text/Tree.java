package dev.llmagents.team.svea.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON or YAML document with the line of every value. Immutable. YAML's anchors and tags are not followed: an alias is the
 * word it is written with, so that a small file cannot unfold into a large one.
 *
 * @param kind what it is; a scalar has {@code scalar}, a map {@code fields}, a list {@code items}
 * @param line from 1
 */
public record Tree(Kind kind, String scalar, Map<String, Tree> fields, List<Tree> items, int line) {
    private static final int DEEPEST = 24;
    private static final int MOST_VALUES = 200_000;

    /** What a value is. */
    public enum Kind {
        SCALAR,
        MAP,
        LIST
    }

    /** The JSON value in {@code text}; empty if it is none, or deeper or larger than documents are. */
    public static Optional<Tree> ofJson(String text) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                .build();
        return read(factory, text);
    }

    /** The first YAML document in {@code text}; empty if it is none, names a key twice, or is too deep or large. */
    public static Optional<Tree> ofYaml(String text) {
        YAMLFactory factory = YAMLFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                .build();
        return read(factory, text);
    }

    private static Optional<Tree> read(JsonFactory factory, String text) {
        try (JsonParser parser = factory.createParser(text)) {
            return new Reading(parser).document();
        } catch (IOException e) {
            // Whatever it is, it is not this format; the caller goes on with the next.
            return Optional.empty();
        }
    }

    /** Every scalar in it, in order, joined by {@code "; "}, with the keys of nested maps in front. */
    public String flat() {
        return switch (kind) {
            case SCALAR -> scalar;
            case LIST -> join(items.stream().map(Tree::flat).toList());
            case MAP ->
                join(fields.entrySet().stream()
                        .map(field -> field.getKey() + ": " + field.getValue().flat())
                        .toList());
        };
    }

    private static String join(List<String> parts) {
        return String.join("; ", parts);
    }

    private static final class Reading {
        private final JsonParser parser;
        private final Deque<Open> open = new ArrayDeque<>();
        private int values;

        Reading(JsonParser parser) {
            this.parser = parser;
        }

        Optional<Tree> document() throws IOException {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (++values > MOST_VALUES || open.size() > DEEPEST) {
                    return Optional.empty();
                }
                int line = parser.currentTokenLocation().getLineNr();
                Tree done;
                if (token == JsonToken.FIELD_NAME) {
                    if (!open.element().name(parser.currentName())) {
                        return Optional.empty();
                    }
                    continue;
                } else if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                    open.push(new Open(token == JsonToken.START_OBJECT, line));
                    continue;
                } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
                    done = open.pop().close();
                } else {
                    String scalar = token == JsonToken.VALUE_NULL ? "" : parser.getText();
                    done = new Tree(Kind.SCALAR, scalar == null ? "" : scalar.strip(), Map.of(), List.of(), line);
                }
                if (open.isEmpty()) {
                    return Optional.of(done);
                }
                open.element().add(done);
            }
            return Optional.empty();
        }
    }

    private static final class Open {
        private final boolean isMap;
        private final int line;
        private final Map<String, Tree> fields = new LinkedHashMap<>();
        private final List<Tree> items = new ArrayList<>();
        private String name = "";

        Open(boolean isMap, int line) {
            this.isMap = isMap;
            this.line = line;
        }

        /** Whether the name is new. */
        boolean name(String next) {
            name = next;
            return !fields.containsKey(next);
        }

        void add(Tree value) {
            if (isMap) {
                fields.put(name, value);
            } else {
                items.add(value);
            }
        }

        Tree close() {
            return new Tree(
                    isMap ? Kind.MAP : Kind.LIST, "", Collections.unmodifiableMap(fields), List.copyOf(items), line);
        }
    }
}
