package dev.llmagents.llm;

/** Guesses token counts before a provider has told them; on the high side, since budgets and context limits rest on it. */
public final class TokenEstimate {
    // English runs at about 4 characters a token, Swedish at about 3.
    private static final int CHARACTERS_PER_TOKEN = 3;

    private TokenEstimate() {}

    public static int ofChars(long chars) {
        return (int) Math.min(Integer.MAX_VALUE, (chars + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN);
    }
}
