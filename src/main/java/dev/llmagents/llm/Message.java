package dev.llmagents.llm;

import java.util.Locale;

/**
 * One message of a conversation with a model.
 *
 * @param text well-formed: the half of a surrogate pair, which no encoding can carry and some servers refuse, is replaced by
 *     U+FFFD
 */
public record Message(Role role, String text) {
    private static final char REPLACEMENT = '\uFFFD';

    public Message {
        text = wellFormed(text);
    }

    private static String wellFormed(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                return withoutHalves(text, at);
            }
        }
        return text;
    }

    private static String withoutHalves(String text, int from) {
        StringBuilder whole = new StringBuilder(text.length()).append(text, 0, from);
        text.substring(from).codePoints().forEach(point -> {
            boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            whole.appendCodePoint(half ? REPLACEMENT : point);
        });
        return whole.toString();
    }

    /** Whose words a message holds. */
    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT;

        private final String label = name().toLowerCase(Locale.ROOT);

        /** The name on the wire of every provider that speaks of roles: {@code system}, {@code user}, {@code assistant}. */
        public String label() {
            return label;
        }
    }

    public static Message user(String text) {
        return new Message(Role.USER, text);
    }

    public static Message assistant(String text) {
        return new Message(Role.ASSISTANT, text);
    }
}
