package dev.llmagents.team.meetmind.text;

import dev.llmagents.team.meetmind.transcript.Utterance;
import dev.llmagents.team.meetmind.word.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts utterances into sentences.
 *
 * <p>A sentence ends at {@code . ! ? …} (with closing quotes or brackets) before white space, but not after an
 * abbreviation of the language, an initial, or a number that a lower-case word follows. Speech recognisers leave
 * utterances without any mark: a stretch of more than {@value #LONGEST_WORDS} words is cut before a conjunction. One pass
 * over the text. {@link java.text.BreakIterator} would cut after every abbreviation and knows nothing of speech.
 */
public final class Sentences {

    static final int LONGEST_WORDS = 70;
    private static final int CUT_FROM_WORDS = 20;

    private final Set<String> abbreviations;
    private final Set<String> conjunctions;

    private Sentences(Language language) {
        abbreviations = WordList.read(Sentences.class, "abbreviations." + language.code() + ".txt");
        conjunctions = switch (language) {
            case EN -> Set.of("and", "but", "so", "because", "then", "or");
            case SV -> Set.of("och", "men", "så", "för", "sen", "sedan", "eller");
        };
    }

    /** All sentences of {@code utterances}, in order, numbered through. */
    public static List<Sentence> of(List<Utterance> utterances, Language language) {
        Sentences rules = new Sentences(language);
        List<Sentence> sentences = new ArrayList<>(utterances.size() * 2);
        for (Utterance utterance : utterances) {
            rules.cut(utterance, sentences);
        }
        return sentences;
    }

    private void cut(Utterance utterance, List<Sentence> sentences) {
        String text = utterance.text();
        int from = 0;
        int words = 0;
        int softCut = -1;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (Character.isWhitespace(letter)) {
                words++;
                if (words >= CUT_FROM_WORDS && isConjunction(text, at + 1)) {
                    softCut = at;
                }
                if (words >= LONGEST_WORDS) {
                    int end = softCut > from ? softCut : at;
                    add(utterance, from, end, sentences);
                    from = end;
                    words = 0;
                    softCut = -1;
                    at = end;
                }
            } else if (isMark(letter)) {
                int end = afterClosing(text, at + 1);
                boolean beforeGap = end == text.length() || Character.isWhitespace(text.charAt(end));
                if (beforeGap && !(letter == '.' && isInnerDot(text, from, at, end))) {
                    add(utterance, from, end, sentences);
                    from = end;
                    words = 0;
                    softCut = -1;
                }
                at = end - 1;
            }
        }
        add(utterance, from, text.length(), sentences);
    }

    private static void add(Utterance utterance, int from, int to, List<Sentence> sentences) {
        String text = utterance.text().substring(from, to).strip();
        if (!text.isEmpty()) {
            sentences.add(new Sentence(utterance, sentences.size(), text));
        }
    }

    private static boolean isMark(char letter) {
        return letter == '.' || letter == '!' || letter == '?' || letter == '\u2026';
    }

    private static int afterClosing(String text, int at) {
        int end = at;
        while (end < text.length()
                && (isMark(text.charAt(end)) || "\"')]\u201d\u2019\u00bb".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private boolean isConjunction(String text, int at) {
        int end = at;
        while (end < text.length() && end - at < 9 && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return conjunctions.contains(
                text.substring(Math.min(at, text.length()), end).toLowerCase(Locale.ROOT));
    }

    /** Whether the dot at {@code dot} belongs to an abbreviation, an initial or an ordinal number. */
    private boolean isInnerDot(String text, int from, int dot, int end) {
        int start = dot;
        while (start > from && dot - start < 12 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        while (start < dot && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        String word = text.substring(start, dot);
        int next = end;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        boolean lowerNext = next < text.length() && Character.isLowerCase(text.charAt(next));
        if (word.isEmpty()) {
            return false;
        }
        if (abbreviations.contains(word.toLowerCase(Locale.ROOT))) {
            return next < text.length();
        }
        if (word.length() == 1 && Character.isUpperCase(word.charAt(0)) && word.charAt(0) != 'I') {
            return next < text.length();
        }
        return lowerNext && (word.indexOf('.') > 0 || isNumber(word));
    }

    private static boolean isNumber(String word) {
        for (int at = 0; at < word.length(); at++) {
            if (!Character.isDigit(word.charAt(at))) {
                return false;
            }
        }
        return true;
    }
}
