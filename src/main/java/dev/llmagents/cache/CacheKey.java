package dev.llmagents.cache;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.json.Sha256;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.Message;

/**
 * The fingerprint of a question: everything that shapes the answer, and whose it is.
 *
 * <p>The provider is not part of it, since the same model answers the same wherever it runs; nor are the run, the agent's
 * step and the timeout. Nothing of the prompt can be read from it.
 *
 * @param hex SHA-256, 64 hexadecimal digits
 */
public record CacheKey(String hex) {
    private static final String FORMAT = "1";
    private static final int DIGITS = 64;

    public CacheKey {
        if (hex.length() != DIGITS || !isLowerCaseHex(hex)) {
            throw new IllegalArgumentException("a cache key is 64 lower-case hexadecimal digits");
        }
    }

    /** By hand: every record of the journal makes a key when a run begins. */
    private static boolean isLowerCaseHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    public static CacheKey of(LLMRequest request) {
        ObjectNode question = Json.object();
        question.put("format", FORMAT);
        question.put("tenant", request.origin().tenant());
        question.put("model", request.primaryTarget().model());
        question.put("prompt", request.promptHash());
        question.put("temperature", request.parameters().temperature());
        question.put("maxTokens", request.parameters().maxTokens());
        request.parameters().format().schema().ifPresent(schema -> question.set("schema", schema));
        ArrayNode messages = question.putArray("messages");
        for (Message message : request.messages()) {
            messages.addObject().put("role", message.role().label()).put("text", message.text());
        }
        return new CacheKey(Sha256.of(Json.canonical(question)));
    }
}
