package dev.llmagents.team.meetmind.transcript;

/** Words as people count them: what stands between white space and has a letter or a digit in it. */
final class WordCount {
    private WordCount() {}

    static int of(CharSequence text) {
        int count = 0;
        boolean counted = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (SourceText.isBlank(letter)) {
                counted = false;
            } else if (!counted && (Character.isLetterOrDigit(letter) || Character.isSurrogate(letter))) {
                counted = true;
                count++;
            }
        }
        return count;
    }
}
