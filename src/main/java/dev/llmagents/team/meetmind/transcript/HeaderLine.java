package dev.llmagents.team.meetmind.transcript;

/** Tells lines that stand above a meeting from those that are said in it, while nothing has been said yet. */
final class HeaderLine {
    private static final int MOST_WORDS = 12;
    private static final int LONGEST = 200;
    private static final int MOST_WORDS_WITH_DATE = 6;

    private HeaderLine() {}

    /** Whether {@code line} can be a title, a date or a key and its value: short, and no sentence. */
    static boolean couldBe(String raw, LabelledLine line) {
        if (raw.length() > LONGEST || line.bracketed()) {
            return false;
        }
        if (line.hasLabel()) {
            boolean names = LabelShape.of(line.label()) != LabelShape.NONE;
            // "Design Review: 16 March 2026" is a title, though its first words could be a name.
            return names
                    ? WordCount.of(line.text()) <= MOST_WORDS_WITH_DATE
                            && WrittenDate.only(line.text()).isPresent()
                    : WordCount.of(raw) <= MOST_WORDS;
        }
        return !endsSentence(raw) && WordCount.of(raw) <= MOST_WORDS;
    }

    static boolean endsSentence(String raw) {
        char last = raw.charAt(raw.length() - 1);
        return last == '.' || last == '?' || last == '!';
    }
}
