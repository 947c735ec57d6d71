package dev.llmagents.report.clean;

/** Text of others inside HTML, between tags and in quoted attributes alike. Pure and safe for threads. */
public final class HtmlText {
    private HtmlText() {}

    /** @param most characters at most, before escaping */
    public static String of(String text, int most) {
        return escape(PlainText.of(text, most));
    }

    /** {@code text} with the five characters escaped that mean something in HTML. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(letter);
            }
        }
        return escaped.toString();
    }
}
