package dev.llmagents.document;

/** Tells a web page by how it begins. */
final class HtmlPage {
    private static final String[] STARTS = {"<!doctype html", "<html", "<head", "<body"};

    private HtmlPage() {}

    /** Whether {@code text} begins, behind white space, comments and an XML declaration, as HTML does. */
    static boolean isAtStartOf(String text) {
        int at = 0;
        while (true) {
            at = afterWhiteSpace(text, at);
            String end;
            if (text.startsWith("<!--", at)) {
                end = "-->";
            } else if (text.startsWith("<?xml", at)) {
                end = "?>";
            } else {
                return isTag(text, at);
            }
            int close = text.indexOf(end, at);
            if (close < 0) {
                return false;
            }
            at = close + end.length();
        }
    }

    private static int afterWhiteSpace(String text, int from) {
        int at = from;
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\uFEFF')) {
            at++;
        }
        return at;
    }

    private static boolean isTag(String text, int at) {
        for (String start : STARTS) {
            int end = at + start.length();
            if (text.regionMatches(true, at, start, 0, start.length())
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }
}
