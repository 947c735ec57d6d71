package dev.llmagents.cli.repl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads an answer of the form {@code {"sentences": [{…}, {…}]}} while it arrives and hands out each sentence as soon as its
 * object is closed. What is no such object is skipped. Use from one thread.
 */
final class SentenceStream {
    private static final int LONGEST = 20_000;
    private static final int DEPTH_OF_SENTENCES = 2;

    private final StringBuilder object = new StringBuilder();
    private int depth;
    private boolean inString;
    private boolean isEscaped;

    /** A sentence and the words it says it rests on; either may be empty. */
    record Claim(String text, String quote) {}

    List<Claim> accept(String piece) {
        List<Claim> claims = new ArrayList<>();
        for (int at = 0; at < piece.length(); at++) {
            char letter = piece.charAt(at);
            boolean opens = !inString && letter == '{';
            boolean closes = !inString && letter == '}' && depth > 0;
            depth += opens ? 1 : 0;
            if (depth >= DEPTH_OF_SENTENCES && object.length() < LONGEST) {
                object.append(letter);
            }
            string(letter);
            if (closes) {
                if (depth == DEPTH_OF_SENTENCES) {
                    claim(object.toString()).ifPresent(claims::add);
                    object.setLength(0);
                }
                depth--;
            }
        }
        return claims;
    }

    private void string(char letter) {
        if (isEscaped) {
            isEscaped = false;
        } else if (inString && letter == '\\') {
            isEscaped = true;
        } else if (letter == '"' && depth > 0) {
            inString = !inString;
        }
    }

    private static Optional<Claim> claim(String json) {
        try {
            JsonNode node = Json.parse(json);
            return Optional.of(new Claim(
                    node.path("text").asText("").strip(),
                    node.path("quote").asText("").strip()));
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
    }
}
