package dev.llmagents.ident;

import java.util.Locale;

/** Addresses of the form {@code local@domain.top}, letters of any script included. */
final class EmailAddresses {
    private EmailAddresses() {}

    static void find(Identifiers search) {
        String text = search.text();
        int free = 0;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int from = at;
            while (from > free && isLocal(text.charAt(from - 1))) {
                from--;
            }
            if (from < at && from > 0 && DigitGroups.isEscape(text, from)) {
                from++;
            }
            while (from < at && (text.charAt(from) == '.' || text.charAt(from) == '\'' || text.charAt(from) == '-')) {
                from++;
            }
            int to = domainEnd(text, at + 1);
            // What lies before is never looked at again, so many @ in a row stay cheap.
            free = at + 1;
            if (from < at && to > at) {
                search.add(
                        IdentifierKind.EMAIL, from, to, text.substring(from, to).toLowerCase(Locale.ROOT));
                free = to;
            }
        }
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || "._%+-'&".indexOf(c) >= 0;
    }

    /** Index behind a domain that begins at {@code from}; -1 if there is none. */
    private static int domainEnd(String text, int from) {
        int end = from;
        int labelStart = from;
        int lastGood = -1;
        while (end <= text.length()) {
            char c = end < text.length() ? text.charAt(end) : ' ';
            if (Character.isLetterOrDigit(c) || (c == '-' && end > labelStart)) {
                end++;
                continue;
            }
            if (end == labelStart) {
                break;
            }
            if (labelStart > from && isTop(text, labelStart, end)) {
                lastGood = withoutHyphens(text, end);
            }
            if (c != '.') {
                break;
            }
            labelStart = ++end;
        }
        return lastGood;
    }

    private static boolean isTop(String text, int from, int to) {
        return withoutHyphens(text, to) - from >= 2 && Character.isLetter(text.charAt(from));
    }

    private static int withoutHyphens(String text, int end) {
        int last = end;
        while (text.charAt(last - 1) == '-') {
            last--;
        }
        return last;
    }
}
