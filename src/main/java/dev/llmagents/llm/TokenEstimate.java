package dev.llmagents.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.ToLongFunction;

/** Guesses token counts before a provider has told them; on the high side, since budgets and context limits rest on it. */
public final class TokenEstimate {
    // English runs at about 4 characters a token, Swedish at about 3.
    private static final int CHARACTERS_PER_TOKEN = 3;
    // OpenAI adds three or four for each message and three for the answer's beginning.
    private static final int TOKENS_OF_A_FRAME = 8;

    private TokenEstimate() {}

    public static int ofChars(long chars) {
        return (int) Math.min(Integer.MAX_VALUE, (chars + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN);
    }

    /**
     * What the prompt of {@code request} may come to at most, for budgets and limits. Letters of plain words are counted
     * by threes; digits and signs, which tokenizers like to leave alone, one by one; anything beyond ASCII by its bytes,
     * since a byte-pair encoding never makes more tokens than there are bytes. Each message has a frame, and a schema is
     * billed as text.
     */
    public static int atMost(LLMRequest request) {
        return atMost(request, TokenEstimate::ofSchema);
    }

    /** The tokens of a schema at most, for {@link #atMost(LLMRequest, ToLongFunction)}. */
    public static long ofSchema(JsonNode schema) {
        return atMost(schema.toString());
    }

    /** @param ofSchema as {@link #ofSchema} reckons or remembers it */
    public static int atMost(LLMRequest request, ToLongFunction<JsonNode> ofSchema) {
        long tokens = 0;
        for (Message message : request.messages()) {
            tokens += TOKENS_OF_A_FRAME + atMost(message.text());
        }
        if (request.parameters().format().schema().isPresent()) {
            tokens +=
                    ofSchema.applyAsLong(request.parameters().format().schema().get());
        }
        return (int) Math.min(Integer.MAX_VALUE, tokens);
    }

    private static long atMost(String text) {
        long letters = 0;
        long others = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ') {
                letters++;
            } else if (c < 0x80) {
                others++;
            } else {
                // Half of a surrogate pair is half of four bytes.
                others += c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
            }
        }
        return others + (letters + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
    }
}
