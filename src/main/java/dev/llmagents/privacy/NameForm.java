package dev.llmagents.privacy;

import java.util.List;

/**
 * One way to write a name.
 *
 * @param owner number of the person or body it belongs to
 * @param part from 1 for a part of the name that stands alone; 0 for the whole
 * @param spelling what is put back
 * @param words folded
 * @param between what stands between the words where the name was given, one less than words
 */
record NameForm(PiiKind kind, int owner, int part, String spelling, List<String> words, List<String> between) {
    NameForm {
        words = List.copyOf(words);
        between = List.copyOf(between);
    }

    /** Whether its script is one that puts no blanks between words. */
    boolean isWrittenWithoutBlanks() {
        return spelling.codePoints().anyMatch(letter -> switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        });
    }

    /** Whether {@code text} may stand between words {@code index} and {@code index + 1}. */
    boolean mayStandBetween(int index, String text) {
        String plain = text.replace("\\", "");
        if (plain.equals(between.get(index))) {
            return true;
        }
        if (plain.isEmpty() || plain.length() > 2) {
            return false;
        }
        boolean initial = words.get(index).length() == 1;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean blank = c == ' ' || Character.getType(c) == Character.SPACE_SEPARATOR;
            boolean joint = Character.getType(c) == Character.DASH_PUNCTUATION || c == '_' || c == '.';
            if (!(blank || (joint && (plain.length() == 1 || initial)))) {
                return false;
            }
        }
        return true;
    }
}
