package dev.llmagents.cli;

/** Makes text fit to stand in a message on a terminal: on one line, and without characters that steer the terminal. */
final class Sentence {
    private static final int LONGEST = 2_000;

    private Sentence() {}

    static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            char c = text.charAt(i);
            int type = Character.getType(c);
            boolean steering = type == Character.CONTROL || type == Character.FORMAT;
            clean.append(c == '\n' || c == '\t' ? ' ' : steering ? '?' : c);
        }
        return clean.toString();
    }
}
