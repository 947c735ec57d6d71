package dev.llmagents.team.meetmind.date;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts a sentence into words and numbers; "2026-11-12", "13/11", "16.3", "15:e" and "o'clock" stay whole. */
final class DateWords {
    private DateWords() {}

    /** The words of {@code sentence}; a hyphened word is kept whole only if it is one of {@code hyphened}. */
    static List<DateWord> of(String sentence, Set<String> hyphened) {
        List<DateWord> words = new ArrayList<>();
        int length = sentence.length();
        int at = 0;
        while (at < length) {
            if (!Character.isLetterOrDigit(sentence.charAt(at))) {
                at++;
                continue;
            }
            int end = endOfWord(sentence, at, hyphened);
            words.add(new DateWord(
                    sentence.substring(at, end), lower(sentence.substring(at, end)), at, end, gap(sentence, end)));
            at = end;
        }
        return words;
    }

    private static int endOfWord(String sentence, int start, Set<String> hyphened) {
        int end = start;
        int hyphen = -1;
        while (end < sentence.length()) {
            char here = sentence.charAt(end);
            boolean more = end + 1 < sentence.length() && Character.isLetterOrDigit(sentence.charAt(end + 1));
            if (Character.isLetterOrDigit(here)) {
                end++;
            } else if (more && joins(sentence, end)) {
                end++;
            } else if (more && here == '-' && hyphen < 0) {
                hyphen = end;
                end++;
            } else {
                break;
            }
        }
        boolean whole = hyphen < 0 || hyphened.contains(lower(sentence.substring(start, end)));
        return whole ? end : hyphen;
    }

    private static boolean joins(String sentence, int at) {
        char before = sentence.charAt(at - 1);
        char after = sentence.charAt(at + 1);
        return switch (sentence.charAt(at)) {
            case '\'', '\u2019' -> true;
            case ':' -> Character.isDigit(before);
            case '/', '.', '-' -> Character.isDigit(before) && Character.isDigit(after);
            default -> false;
        };
    }

    private static DateWord.Gap gap(String sentence, int from) {
        DateWord.Gap gap = DateWord.Gap.SPACE;
        for (int at = from; at < sentence.length(); at++) {
            char here = sentence.charAt(at);
            if (Character.isLetterOrDigit(here)) {
                return gap;
            }
            DateWord.Gap found = switch (here) {
                case ' ', '\t', '\u00a0', '-', '\'', '\u2019' -> DateWord.Gap.SPACE;
                case ',' -> DateWord.Gap.COMMA;
                case '.' -> DateWord.Gap.STOP;
                default -> DateWord.Gap.BREAK;
            };
            if (found.compareTo(gap) > 0) {
                gap = found;
            }
        }
        return gap == DateWord.Gap.STOP ? gap : DateWord.Gap.BREAK;
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }
}
