package dev.llmagents.report.clean;

/**
 * Text of others inside Markdown, for GitHub and Obsidian alike: it reads the same and cannot become a heading, list,
 * quote, table cell, link, image, code, tag, comment, formula or HTML. Pure and safe for threads.
 *
 * <p>Escapes are backslashes before punctuation (CommonMark 0.31, section 2.4).
 */
public final class MarkdownText {
    // Each of these has a meaning anywhere on a line, the last two in GitHub's and Obsidian's dialects.
    private static final String ALWAYS = "\\`*[]<|~$^";
    private static final String AT_START = "#>-+=:";

    private MarkdownText() {}

    /**
     * {@code text} as inline Markdown that also stands at the start of a line or list item.
     *
     * @param most characters at most, before escaping
     */
    public static String of(String text, int most) {
        String plain = PlainText.of(text, most);
        StringBuilder escaped = new StringBuilder(plain.length() + 16);
        int number = endOfListNumber(plain);
        for (int at = 0; at < plain.length(); at++) {
            char letter = plain.charAt(at);
            if (at == number || isSpecial(plain, at)) {
                escaped.append('\\');
            }
            escaped.append(letter);
        }
        return escaped.toString();
    }

    private static boolean isSpecial(String text, int at) {
        char letter = text.charAt(at);
        if (ALWAYS.indexOf(letter) >= 0 || (at == 0 && AT_START.indexOf(letter) >= 0)) {
            return true;
        }
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        char after = at + 1 == text.length() ? ' ' : text.charAt(at + 1);
        return switch (letter) {
            // Inside a word it is a letter like any other: snake_case stays readable.
            case '_' -> !Character.isLetterOrDigit(before) || !Character.isLetterOrDigit(after);
            case '&' -> after == '#' || Character.isLetter(after);
            // A tag, or the closing marks of a heading.
            case '#' -> before == ' ' || Character.isLetterOrDigit(after);
            // Highlights and comments.
            case '=', '%' -> before == letter || after == letter;
            // Bare addresses become links.
            case ':' -> text.startsWith("//", at + 1);
            case '.' -> at >= 3 && text.regionMatches(true, at - 3, "www", 0, 3);
            default -> false;
        };
    }

    /** Where the period or parenthesis stands that would make the number before it a list's; -1 if there is none. */
    private static int endOfListNumber(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        boolean ends = at > 0 && at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ')');
        return ends ? at : -1;
    }
}
