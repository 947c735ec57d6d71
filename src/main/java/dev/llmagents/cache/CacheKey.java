package dev.llmagents.cache;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.json.Sha256;
import dev.llmagents.llm.CanonicalRequest;
import dev.llmagents.llm.LLMRequest;

/**
 * The fingerprint of a question: everything that shapes the answer, and whose it is.
 *
 * <p>The provider is not part of it, since the same model answers the same wherever it runs; nor are the run, the agent's
 * step and the timeout. Nothing of the prompt can be read from it.
 *
 * @param hex SHA-256, 64 hexadecimal digits
 */
public record CacheKey(String hex) {
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
        ObjectNode question = CanonicalRequest.of(request, request.messages());
        question.put("tenant", request.origin().tenant());
        return new CacheKey(Sha256.of(Json.canonical(question)));
    }
}
