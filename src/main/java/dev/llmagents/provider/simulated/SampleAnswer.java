package dev.llmagents.provider.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.TokenEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** Answers of the form that was asked for, which mean nothing. */
final class SampleAnswer {
    private static final int SHARE_OF_LIMIT = 4;
    private static final int LONGEST = 1 << 20;
    private static final int TOKEN = 3;
    private static final List<String> WORDS = List.of(
            "the", "plan", "was", "read", "and", "noted", "by", "all", "who", "came", "with", "a", "short", "list",
            "of", "points", "for", "next", "week");

    private SampleAnswer() {}

    /** @param tokens the length of a text; empty for a quarter of the request's limit */
    static String of(LLMRequest request, OptionalInt tokens, RandomGenerator random) {
        Optional<JsonNode> schema = request.parameters().format().schema();
        if (schema.isPresent()) {
            return Json.write(SchemaSample.of(schema.get()));
        }
        int wanted = tokens.orElse(Math.max(1, request.parameters().maxTokens() / SHARE_OF_LIMIT));
        return text(wanted, random);
    }

    private static String text(int tokens, RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        while (TokenEstimate.ofChars(text.length()) < tokens && text.length() < LONGEST) {
            text.append(text.length() == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString();
    }

    /** {@code content} cut into tokens as they are estimated; no letter of two code units is cut in two. */
    static List<String> pieces(String content) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (from < content.length()) {
            int to = Math.min(content.length(), from + TOKEN);
            if (to < content.length() && Character.isLowSurrogate(content.charAt(to))) {
                to++;
            }
            pieces.add(content.substring(from, to));
            from = to;
        }
        return pieces;
    }
}
