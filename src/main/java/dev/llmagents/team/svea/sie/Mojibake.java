package dev.llmagents.team.svea.sie;

/** Tells letters that were written in one encoding and read in another, for instance {@code Ã¤} or {@code „} in a word. */
final class Mojibake {
    /** UTF-8 read as Latin-1, and as CP437. */
    private static final String[] PAIRS = {
        "Ã¥", "Ã¤", "Ã¶", "Ã…", "Ã„", "Ã–", "Ã©", "├Ñ", "├ñ", "├╢", "├à", "├ä", "├û", "├⌐"
    };
    /** CP437 read as Windows-1252, and Latin-1 read as CP437: å ä ö each. */
    private static final String SINGLES = "†„”Ž™σΣ÷┼─╓\u0086\u0084\u0094\u008F\u008E\u0099";

    private Mojibake() {}

    static boolean isIn(String text) {
        if (text.indexOf('\uFFFD') >= 0) {
            return true;
        }
        for (String pair : PAIRS) {
            if (text.contains(pair)) {
                return true;
            }
        }
        for (int i = 0; i < text.length(); i++) {
            if (SINGLES.indexOf(text.charAt(i)) >= 0 && isInWord(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** Between two letters: quotation marks, dashes and trade marks stand elsewhere. */
    private static boolean isInWord(String text, int at) {
        boolean before = at > 0 && isLatin(text.charAt(at - 1));
        boolean after = at + 1 < text.length() && isLatin(text.charAt(at + 1));
        return before && after;
    }

    private static boolean isLatin(char letter) {
        return letter < 0x250 && Character.isLetter(letter);
    }
}
