package dev.llmagents.team.meetmind.summary;

import java.util.Locale;

/** Fits the text of a decision or a task into the middle of a sentence. */
final class ClosingText {

    private ClosingText() {}

    /** Without the full stop at the end. */
    static String bare(String text) {
        String bare = text.strip();
        while (!bare.isEmpty() && ".!;, ".indexOf(bare.charAt(bare.length() - 1)) >= 0) {
            bare = bare.substring(0, bare.length() - 1);
        }
        return bare;
    }

    /** With a small first letter, unless the first word is an acronym. */
    static String lowerFirst(String text) {
        boolean acronym = text.length() > 1 && Character.isUpperCase(text.charAt(1)) || text.startsWith("I ");
        return text.isEmpty() || acronym ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
