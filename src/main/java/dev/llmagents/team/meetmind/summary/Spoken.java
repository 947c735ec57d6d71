package dev.llmagents.team.meetmind.summary;

import dev.llmagents.team.meetmind.text.Sentence;
import dev.llmagents.team.meetmind.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A sentence made ready for counting.
 *
 * @param sentence as it was said
 * @param text without fillers and false starts
 * @param words the words of {@code text}, lower case
 * @param forms the same words as they were written
 * @param breakBefore per word, whether a mark such as a comma stands before it
 */
record Spoken(Sentence sentence, String text, List<String> words, List<String> forms, boolean[] breakBefore) {

    static Spoken of(Sentence sentence, String text) {
        List<String> words = new ArrayList<>();
        List<String> forms = new ArrayList<>();
        List<Boolean> breaks = new ArrayList<>();
        boolean broken = true;
        int from = 0;
        while (from < text.length()) {
            int space = text.indexOf(' ', from);
            int to = space < 0 ? text.length() : space;
            int letters = plainLetters(text, from, to);
            if (letters > 0) {
                String form = text.substring(from, from + letters);
                words.add(form.toLowerCase(Locale.ROOT));
                forms.add(form);
                breaks.add(broken);
                broken = from + letters < to;
                from = to + 1;
                continue;
            }
            List<String> inside = Words.of(text.substring(from, to));
            if (inside.isEmpty()) {
                broken = true;
            } else {
                boolean opened = !Character.isLetterOrDigit(text.charAt(from)) && text.charAt(from) != '\'';
                for (String word : inside) {
                    words.add(word);
                    forms.add(inside.size() == 1 ? trimmed(text, from, to) : word);
                    breaks.add(broken || opened);
                    broken = false;
                    opened = inside.size() > 1;
                }
                broken = !Character.isLetterOrDigit(text.charAt(to - 1));
            }
            from = to + 1;
        }
        boolean[] breakBefore = new boolean[breaks.size()];
        for (int at = 0; at < breakBefore.length; at++) {
            breakBefore[at] = breaks.get(at);
        }
        return new Spoken(sentence, text, words, forms, breakBefore);
    }

    /** How many letters a token of letters and at most one mark after them has; 0 for any other token. */
    private static int plainLetters(String text, int from, int to) {
        int at = from;
        while (at < to && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return at == to || at == to - 1 && ".,?!;:".indexOf(text.charAt(at)) >= 0 ? at - from : 0;
    }

    int line() {
        return sentence.utterance().line();
    }

    String speaker() {
        return sentence.utterance().speaker();
    }

    private static String trimmed(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && !Character.isLetterOrDigit(text.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }
}
