package dev.llmagents.team.meetmind.transcript;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which of a few capitalised words the input also uses as common ones: written small, and never capitalised inside a
 * sentence. {@code Budget} is one where somebody says "the budget"; {@code Mark} is none where somebody says "thanks,
 * Mark". Not thread-safe.
 */
final class CommonWords {
    private final Map<String, String> capitalised = new HashMap<>();
    private final Set<String> asCommon = new HashSet<>();
    private final Set<String> asName = new HashSet<>();

    CommonWords(Set<String> words) {
        for (String word : words) {
            capitalised.put(word.toLowerCase(Locale.ROOT), word);
        }
    }

    boolean has(String word) {
        return asCommon.contains(word) && !asName.contains(word);
    }

    /** Looks for the words in something that was said. */
    void scan(String text) {
        if (capitalised.isEmpty()) {
            return;
        }
        boolean sentenceStart = true;
        int at = 0;
        while (at < text.length()) {
            char letter = text.charAt(at);
            if (Character.isLetter(letter)) {
                int begin = at;
                while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-')) {
                    at++;
                }
                note(text, begin, at, sentenceStart);
                sentenceStart = false;
            } else {
                sentenceStart |= letter == '.' || letter == '?' || letter == '!' || letter == ':';
                at++;
            }
        }
    }

    private void note(String text, int begin, int end, boolean sentenceStart) {
        if (end - begin > 30) {
            return;
        }
        String spoken = text.substring(begin, end);
        String word = capitalised.get(spoken.toLowerCase(Locale.ROOT));
        if (word == null) {
            return;
        }
        if (Character.isLowerCase(text.charAt(begin))) {
            asCommon.add(word);
        } else if (!sentenceStart && spoken.equals(word)) {
            asName.add(word);
        }
    }
}
