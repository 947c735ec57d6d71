package dev.llmagents.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * A YAML text as a tree, with the line on which each of its values stands. Nothing is constructed from tags; aliases and keys
 * that stand twice are refused, since one hides what a file says and the other makes it say two things. Immutable.
 *
 * @param value an object, array or single value; missing if the text holds nothing
 */
public record LinedYaml(JsonNode value, Map<String, Integer> lines) {
    private static final int DEEPEST = 32;
    private static final YAMLFactory YAML = new YAMLFactory();

    public LinedYaml {
        lines = Map.copyOf(lines);
    }

    /** A text that cannot be read. */
    public static final class Problem extends Exception {
        private static final long serialVersionUID = 1L;

        private final int line;

        private Problem(int line, String sentence) {
            super(sentence);
            this.line = line;
        }

        /** Where, counted from 1. */
        public int line() {
            return line;
        }
    }

    /**
     * @param before how many lines of the file stand above {@code text}
     * @throws Problem if it is no YAML of this kind; the message is a clause without a full stop
     */
    public static LinedYaml read(String text, int before) throws Problem {
        try (YAMLParser parser = YAML.createParser(new StringReader(text))) {
            return new Reading(parser, before).run();
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw new Problem(before + Math.max(1, line), "this is no YAML");
        } catch (IOException | RuntimeException broken) {
            // The parser below it throws exceptions of its own for letters that are not allowed.
            throw new Problem(before + 1, "this is no YAML");
        }
    }

    /** The line of the value at a JSON pointer, or of the nearest one around it. */
    public int line(String pointer) {
        String at = pointer;
        while (!at.isEmpty()) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return lines.getOrDefault("", 1);
    }

    /** The pointer of a field of what stands at {@code parent}. */
    public static String field(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private record Open(ContainerNode<?> node, String pointer) {}

    private static final class Reading {
        private final YAMLParser parser;
        private final int before;
        private final Map<String, Integer> lines = new HashMap<>();
        private final Deque<Open> open = new ArrayDeque<>();
        private JsonNode root = JsonNodeFactory.instance.missingNode();
        private String key = "";

        Reading(YAMLParser parser, int before) {
            this.parser = parser;
            this.before = before;
        }

        LinedYaml run() throws IOException, Problem {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                take(token);
                if (open.isEmpty() && token != JsonToken.FIELD_NAME) {
                    break;
                }
            }
            if (parser.nextToken() != null) {
                throw new Problem(line(), "a second document begins here, and one is read");
            }
            return new LinedYaml(root, lines);
        }

        private void take(JsonToken token) throws IOException, Problem {
            switch (token) {
                case FIELD_NAME -> name();
                case START_OBJECT -> begin(JsonNodeFactory.instance.objectNode());
                case START_ARRAY -> begin(JsonNodeFactory.instance.arrayNode());
                case END_OBJECT, END_ARRAY -> open.pop();
                default -> place(single(token));
            }
        }

        private void name() throws IOException, Problem {
            key = parser.currentName();
            Open here = open.peek();
            if (here.node().has(key)) {
                throw new Problem(line(), "the key '" + key + "' stands here a second time");
            }
            lines.put(field(here.pointer(), key), line());
        }

        private void begin(ContainerNode<?> node) throws Problem {
            if (open.size() == DEEPEST) {
                throw new Problem(line(), "sections and lists are nested deeper than " + DEEPEST);
            }
            open.push(new Open(node, place(node)));
        }

        /** @return the pointer of the place */
        private String place(JsonNode node) {
            Open here = open.peek();
            if (here == null) {
                root = node;
                lines.put("", line());
                return "";
            }
            if (here.node() instanceof ObjectNode object) {
                object.set(key, node);
                return field(here.pointer(), key);
            }
            ArrayNode array = (ArrayNode) here.node();
            array.add(node);
            String pointer = here.pointer() + "/" + (array.size() - 1);
            lines.put(pointer, line());
            return pointer;
        }

        private ValueNode single(JsonToken token) throws IOException, Problem {
            if (parser.isCurrentAlias()) {
                throw new Problem(line(), "aliases (*name) are not read: write the value out");
            }
            JsonNodeFactory values = JsonNodeFactory.instance;
            return switch (token) {
                case VALUE_NULL -> values.nullNode();
                case VALUE_TRUE -> values.booleanNode(true);
                case VALUE_FALSE -> values.booleanNode(false);
                case VALUE_NUMBER_INT -> integer(values);
                case VALUE_NUMBER_FLOAT -> values.numberNode(parser.getDoubleValue());
                default -> values.textNode(parser.getText());
            };
        }

        private ValueNode integer(JsonNodeFactory values) throws IOException {
            return switch (parser.getNumberType()) {
                case INT -> values.numberNode(parser.getIntValue());
                case LONG -> values.numberNode(parser.getLongValue());
                default -> values.numberNode(parser.getBigIntegerValue());
            };
        }

        private int line() {
            return before + parser.currentTokenLocation().getLineNr();
        }
    }
}
