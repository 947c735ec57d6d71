package dev.llmagents.cache;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.json.Sha256;
import dev.llmagents.llm.CanonicalRequest;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.Message;
import java.util.Optional;
import java.util.function.Function;

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
        return of(request, "", Json::canonical);
    }

    /**
     * @param marks what the marks in the answer stand for, as {@link dev.llmagents.llm.AtRest.Form} has it
     * @param canonical the one text of a schema, however its fields are ordered
     */
    static CacheKey of(LLMRequest request, String marks, Function<JsonNode, String> canonical) {
        return new CacheKey(Sha256.of(bytes(request, marks, canonical)));
    }

    /** The canonical form of {@link CanonicalRequest} and the tenant, written without the tree: each call needs one. */
    private static byte[] bytes(LLMRequest request, String marks, Function<JsonNode, String> canonical) {
        // Fields in order of their names, as in every canonical form.
        return Json.bytes(out -> {
            out.writeStringField("format", CanonicalRequest.FORMAT);
            if (!marks.isEmpty()) {
                out.writeStringField("marks", marks);
            }
            out.writeNumberField("maxTokens", request.parameters().maxTokens());
            out.writeArrayFieldStart("messages");
            for (Message message : request.messages()) {
                out.writeStartObject();
                out.writeStringField("role", message.role().label());
                out.writeStringField("text", message.text());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeStringField("model", request.primaryTarget().model());
            out.writeStringField("prompt", request.promptHash());
            Optional<JsonNode> schema = request.parameters().format().schema();
            if (schema.isPresent()) {
                out.writeFieldName("schema");
                out.writeRawValue(canonical.apply(schema.get()));
            }
            out.writeNumberField("temperature", request.parameters().temperature());
            out.writeStringField("tenant", request.origin().tenant());
        });
    }
}
