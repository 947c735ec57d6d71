package dev.llmagents.team.svea.check;

import java.util.HashSet;
import java.util.Set;

/**
 * The numbers of a material. A number in another text is known if it stands there too, however it is grouped: {@code 1 234,50}
 * is {@code 1234.5}. Dates are numbers part by part. Immutable.
 */
public final class KnownNumbers {
    private final Set<String> numbers = new HashSet<>();

    public KnownNumbers(String material) {
        scan(material, numbers);
    }

    /** Whether every number of {@code text} stands in the material. */
    public boolean coverAllOf(String text) {
        Set<String> asked = new HashSet<>();
        scanWhole(text, asked);
        return numbers.containsAll(asked);
    }

    /** Adds every number, and of numbers with groups of thousands each group as well: they may be numbers side by side. */
    private static void scan(String text, Set<String> into) {
        scanWhole(text, into);
        int at = 0;
        while (at < text.length()) {
            int end = digitsEnd(text, at);
            if (end > at) {
                into.add(bare(text.substring(at, end)));
            }
            at = Math.max(end, at + 1);
        }
    }

    private static void scanWhole(String text, Set<String> into) {
        int at = 0;
        while (at < text.length()) {
            int end = digitsEnd(text, at);
            if (end == at) {
                at++;
                continue;
            }
            StringBuilder number = new StringBuilder(text.substring(at, end));
            // Groups of three after a space, as Swedish writes thousands.
            while (number.length() <= 15
                    && end + 3 < text.length()
                    && isGroupSpace(text.charAt(end))
                    && digitsEnd(text, end + 1) == end + 4) {
                number.append(text, end + 1, end + 4);
                end += 4;
            }
            if (end + 1 < text.length()
                    && (text.charAt(end) == ',' || text.charAt(end) == '.')
                    && Character.isDigit(text.charAt(end + 1))) {
                int decimals = digitsEnd(text, end + 1);
                number.append('.').append(text, end + 1, decimals);
                end = decimals;
            }
            into.add(bare(number.toString()));
            at = end;
        }
    }

    private static boolean isGroupSpace(char character) {
        return character == ' ' || character == '\u00a0' || character == '\u202f';
    }

    private static int digitsEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** Without leading zeros and without zeros that end decimals. */
    private static String bare(String number) {
        int point = number.indexOf('.');
        String whole = point < 0 ? number : number.substring(0, point);
        String decimals = point < 0 ? "" : number.substring(point + 1);
        int first = 0;
        while (first < whole.length() - 1 && whole.charAt(first) == '0') {
            first++;
        }
        int last = decimals.length();
        while (last > 0 && decimals.charAt(last - 1) == '0') {
            last--;
        }
        return whole.substring(first) + (last == 0 ? "" : "." + decimals.substring(0, last));
    }
}
