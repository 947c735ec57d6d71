package dev.llmagents.ident;

import java.util.Locale;

/**
 * Addresses of the form {@code local@domain.top}, letters of any script included, also with a blank beside the {@code @} and
 * with characters of no width in between.
 */
final class EmailAddresses {
    private EmailAddresses() {}

    static void find(Identifiers search) {
        String text = search.text();
        int free = 0;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            boolean apart = at + 1 < text.length() && isGap(text, at + 1);
            // "x @example.com" is somebody's name on a platform.
            int behindLocal = apart && at > free && isGap(text, at - 1) ? at - 1 : at;
            int from = behindLocal;
            while (from > free && isLocal(text.charAt(from - 1))) {
                from--;
            }
            if (from < behindLocal && from > 0 && DigitGroups.isEscape(text, from)) {
                from++;
            }
            while (from < behindLocal && (text.charAt(from) == '.' || text.charAt(from) == '\'' || text.charAt(from) == '-')) {
                from++;
            }
            int to = domainEnd(text, apart ? at + 2 : at + 1);
            // What lies before is never looked at again, so many @ in a row stay cheap.
            free = at + 1;
            if (from < behindLocal && to > at) {
                search.add(IdentifierKind.EMAIL, from, to, bare(text, from, to));
                free = to;
            }
        }
    }

    private static String bare(String text, int from, int to) {
        StringBuilder bare = new StringBuilder(to - from);
        for (int at = from; at < to; at++) {
            if (!DigitGroups.isBlank(text.charAt(at))) {
                bare.append(text.charAt(at));
            }
        }
        return bare.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isGap(String text, int at) {
        return DigitGroups.isBlank(text.charAt(at)) && !hasNoWidth(text.charAt(at));
    }

    private static boolean hasNoWidth(char c) {
        return c > 127 && Character.getType(c) == Character.FORMAT;
    }

    private static boolean isLocal(char c) {
        return hasNoWidth(c) || Character.isLetterOrDigit(c) || Character.isSurrogate(c) || "._%+-'&".indexOf(c) >= 0;
    }

    /** Index behind a domain that begins at {@code from}; -1 if there is none. */
    private static int domainEnd(String text, int from) {
        int end = from;
        int labelStart = from;
        int lastGood = -1;
        while (end <= text.length()) {
            char c = end < text.length() ? text.charAt(end) : ' ';
            if (Character.isLetterOrDigit(c) || hasNoWidth(c) || (c == '-' && end > labelStart)) {
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
