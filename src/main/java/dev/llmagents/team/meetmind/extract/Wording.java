package dev.llmagents.team.meetmind.extract;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes a sentence that was said fit for a list: without openers, fillers and tags, with a capital letter and a stop. */
final class Wording {
    private static final int LONGEST = 400;

    private static final Set<String> STARTS = Set.of("i", "it", "we", "the", "they", "he", "she", "a");

    private static final Set<String> RESTARTS = Set.of(
            "i", "it", "we", "they", "he", "she", "so", "okay", "it's", "we're", "i'm", "they're", "i'd", "we'd", "the",
            "i'll", "we'll");

    private static final Set<String> CLAUSE_STARTS =
            Set.of("because", "but", "so", "which", "although", "while", "eftersom", "men", "medan", "fast", "since");

    private static final Set<String> SUBJECTS = Set.of("vi", "jag", "man", "de", "ni", "du", "det", "den");

    private static final List<String> NEEDS = List.of(
            "we would also need ", "we would need ", "we'd also need ", "we'd need ", "i'd need ", "i would need ");

    /** From here on a text is cut at the end of a clause. */
    private static final int MOST_WORDS = 25;

    private final MeetingText meeting;

    Wording(MeetingText meeting) {
        this.meeting = meeting;
    }

    /** The sentence from its first word of substance on. */
    String of(Remark remark) {
        int start = remark.start();
        // "Då beslutar vi …": without its first word the sentence would ask.
        boolean inverted = start > 0
                && start + 1 < remark.size()
                && SUBJECTS.contains(remark.word(start + 1).lower())
                && !SUBJECTS.contains(remark.word(start).lower());
        return from(remark, inverted ? start - 1 : start);
    }

    /** What is asked for: "we would need audit logging too" is "Audit logging is needed." */
    String need(Remark remark, int at) {
        String text = from(remark, at);
        for (String start : NEEDS) {
            if (!text.toLowerCase(Locale.ROOT).startsWith(start)) {
                continue;
            }
            String thing = clause(text.substring(start.length()));
            for (String tail : List.of(" too", " as well")) {
                thing = thing.endsWith(tail) ? thing.substring(0, thing.length() - tail.length()) : thing;
            }
            int words = SpokenWord.of(thing).size();
            if (words >= 1 && words <= 5 && !thing.contains(",") && !(" " + thing + " ").contains(" to ")) {
                boolean several = thing.endsWith("s") && !thing.endsWith("ss");
                return TaskWording.capital(thing) + (several ? " are needed." : " is needed.");
            }
        }
        return text;
    }

    /** A part of a sentence, for use within another: cleaned, without its closing mark. */
    String clause(String text) {
        String clean = meeting.fillers().clean(text).strip();
        int end = clean.length();
        while (end > 0 && ".,;:!?\u2026 ".indexOf(clean.charAt(end - 1)) >= 0) {
            end--;
        }
        return clean.substring(0, end);
    }

    /** "It we're talking …", "the so we can …": what was begun and dropped is left out. */
    private static String withoutFalseStart(String text) {
        List<SpokenWord> words = SpokenWord.of(text);
        int at = 0;
        while (at + 2 < words.size()
                && at < 3
                && words.get(at).mark() == ' '
                && STARTS.contains(words.get(at).lower())
                && RESTARTS.contains(words.get(at + 1).lower())) {
            at++;
        }
        return at == 0 ? text : text.substring(words.get(at).start());
    }

    /** A long sentence up to the last comma or stop among its first words; without one, as it is. */
    private static String shortened(String text) {
        List<SpokenWord> words = SpokenWord.of(text);
        if (words.size() <= MOST_WORDS) {
            return text;
        }
        for (int at = MOST_WORDS - 1; at >= 7; at--) {
            if (words.get(at).mark() != ' ') {
                return text.substring(0, words.get(at).end());
            }
        }
        for (int at = MOST_WORDS - 1; at >= 9; at--) {
            if (CLAUSE_STARTS.contains(words.get(at).lower())) {
                return text.substring(0, words.get(at - 1).end());
            }
        }
        return text;
    }

    /** The sentence from word {@code at} on. */
    String from(Remark remark, int at) {
        int start = at < remark.size() ? remark.word(at).start() : 0;
        String text = remark.text().substring(start);
        String clean = meeting.fillers().clean(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        if (clean.isEmpty()) {
            clean = text;
        }
        clean = clean.strip();
        while (!clean.isEmpty() && ",;:-\u2013".indexOf(clean.charAt(clean.length() - 1)) >= 0) {
            clean = clean.substring(0, clean.length() - 1).strip();
        }
        clean = shortened(withoutFalseStart(clean));
        boolean closed = !clean.isEmpty() && ".!?\u2026".indexOf(clean.charAt(clean.length() - 1)) >= 0;
        return TaskWording.capital(closed ? clean : clean + ".");
    }
}
