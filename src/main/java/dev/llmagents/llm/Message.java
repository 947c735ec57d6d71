package dev.llmagents.llm;

import java.util.Locale;

/** One message of a conversation with a model. */
public record Message(Role role, String text) {

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
