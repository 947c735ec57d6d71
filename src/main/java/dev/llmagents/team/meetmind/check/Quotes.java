package dev.llmagents.team.meetmind.check;

import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds quotes in what was said. Only letters and digits count, so that a model may tidy up punctuation, spaces and
 * capitals; what is handed back is the transcript's own wording, letter by letter.
 */
final class Quotes {
    // Fewer letters than this are found nearly anywhere and prove nothing, unless they are all that was said.
    private static final int SHORTEST = 8;
    // How far off a model's line number may be before the whole meeting is searched.
    private static final int NEARBY = 3;

    private final List<Spoken> meeting = new ArrayList<>();

    /** An utterance and its letters and digits, each with its place in the text. */
    private record Spoken(Utterance utterance, String letters, int[] places) {}

    Quotes(List<Utterance> utterances) {
        for (Utterance utterance : utterances) {
            meeting.add(spoken(utterance));
        }
    }

    private static Spoken spoken(Utterance utterance) {
        String text = utterance.text();
        StringBuilder letters = new StringBuilder(text.length());
        int[] places = new int[text.length()];
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                places[letters.length()] = i;
                letters.append(Character.toLowerCase(text.charAt(i)));
            }
        }
        return new Spoken(utterance, letters.toString(), places);
    }

    /**
     * The evidence for {@code quote}: near {@code line} if it is there, else its first place in the meeting; empty if
     * nobody said it in one go.
     */
    Optional<Evidence> find(String quote, int line) {
        String wanted = lettersOf(quote);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Spoken best = null;
        for (Spoken spoken : meeting) {
            boolean whole = spoken.letters().equals(wanted);
            if (!whole && (wanted.length() < SHORTEST || !spoken.letters().contains(wanted))) {
                continue;
            }
            if (best == null || distance(spoken, line) < distance(best, line)) {
                best = spoken;
            }
            if (distance(spoken, line) == 0) {
                break;
            }
        }
        if (best == null || (wanted.length() < SHORTEST && distance(best, line) > NEARBY)) {
            return Optional.empty();
        }
        return Optional.of(evidence(best, wanted));
    }

    private static int distance(Spoken spoken, int line) {
        return Math.abs(spoken.utterance().line() - line);
    }

    private static Evidence evidence(Spoken spoken, String wanted) {
        int from = spoken.letters().indexOf(wanted);
        int first = spoken.places()[from];
        int last = spoken.places()[from + wanted.length() - 1];
        String text = spoken.utterance().text();
        // The mark that ends the quoted words belongs to them.
        int end = last + 1;
        while (end < text.length() && ".!?".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return Evidence.of(spoken.utterance(), text.substring(first, end));
    }

    private static String lettersOf(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                letters.append(Character.toLowerCase(text.charAt(i)));
            }
        }
        return letters.toString();
    }
}
