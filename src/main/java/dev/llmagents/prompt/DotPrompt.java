package dev.llmagents.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.json.LinedYaml;
import java.util.Map;

/**
 * A {@code .prompt} file in its two parts, before anybody asks what they mean.
 *
 * <p>Source of the format: Google, "Dotprompt", specification of the file format: YAML front matter between two lines of
 * {@code ---} and a Handlebars template below. Comment lines (a licence, for instance) may stand above the front matter.
 *
 * @param file for messages
 * @param head the front matter with its lines; an empty object if there is none
 * @param template the text below it, without the white space at its ends if there is front matter
 * @param templateLine the line on which {@code template} begins, from 1
 */
record DotPrompt(String file, boolean hasHead, LinedYaml head, String template, int templateLine) {
    private static final String FENCE = "---";

    /** @throws PromptException if the front matter is no YAML or does not end */
    static DotPrompt parse(String file, String rawText) {
        String text = withoutMark(rawText).replace("\r\n", "\n");
        int begin = fence(text, 0);
        int end = begin < 0 ? -1 : closing(text, begin);
        if (end < 0) {
            return new DotPrompt(file, false, new LinedYaml(Json.object(), Map.of()), text, 1);
        }
        int from = lineEnd(text, begin);
        LinedYaml head;
        try {
            head = LinedYaml.read(text.substring(from, end), newlines(text, from));
        } catch (LinedYaml.Problem e) {
            boolean syntax = e.getMessage().equals("this is no YAML");
            throw new PromptException(
                    file + ", line " + e.line() + ": " + (syntax ? "the front matter is no YAML" : e.getMessage())
                            + ".",
                    e);
        }
        if (head.value().isMissingNode() || head.value().isNull()) {
            head = new LinedYaml(Json.object(), Map.of("", newlines(text, from) + 1));
        }
        if (!head.value().isObject()) {
            throw new PromptException(file + ": the front matter is made of 'key: value' pairs.");
        }
        int below = lineEnd(text, end);
        int first = below;
        while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        return new DotPrompt(file, true, head, text.substring(below).strip(), newlines(text, first) + 1);
    }

    /** The line of what stands at a pointer of the front matter. */
    int line(String pointer) {
        return head.line(pointer);
    }

    JsonNode at(String pointer) {
        return head.value().at(pointer);
    }

    /** Some editors begin a file with a byte order mark. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Where the front matter's first line begins: before it only comments and empty lines may stand. */
    private static int fence(String text, int from) {
        int at = from;
        while (at < text.length()) {
            String line = text.substring(at, lineEnd(text, at)).strip();
            if (line.equals(FENCE)) {
                return at;
            }
            if (!line.isEmpty() && !line.startsWith("#")) {
                return -1;
            }
            at = lineEnd(text, at);
        }
        return -1;
    }

    private static int closing(String text, int begin) {
        for (int at = lineEnd(text, begin); at < text.length(); at = lineEnd(text, at)) {
            if (text.substring(at, lineEnd(text, at)).stripTrailing().equals(FENCE)) {
                return at;
            }
        }
        return -1;
    }

    /** Where the next line begins. */
    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    private static int newlines(String text, int until) {
        int count = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < until; i = text.indexOf('\n', i + 1)) {
            count++;
        }
        return count;
    }
}
