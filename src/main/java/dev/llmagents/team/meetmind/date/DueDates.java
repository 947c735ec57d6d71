package dev.llmagents.team.meetmind.date;

import dev.llmagents.team.meetmind.text.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds when something is due in what was said, and which day that is. Knows the phrases of one language from its table; a
 * doubt ("3/12", "may be late") gives no day rather than a wrong one. Immutable once made, safe for use by several threads.
 */
public final class DueDates {
    /** Longer than any sentence said; what lies beyond holds no due date worth its time. */
    private static final int LONGEST = 4_000;

    private final PhraseTable table;

    private DueDates(PhraseTable table) {
        this.table = table;
    }

    /** The due dates of a language. */
    public static DueDates of(Language language) {
        return new DueDates(PhraseTable.of(language));
    }

    /**
     * The phrase of {@code sentence} that says best when something is due.
     *
     * @param anchor the day of the meeting; without it only full dates have a day
     */
    public Optional<DuePhrase> in(String sentence, Optional<LocalDate> anchor) {
        String text = sentence.length() > LONGEST ? sentence.substring(0, LONGEST) : sentence;
        List<DateWord> words = DateWords.of(text, table.vocabulary().hyphened());
        List<FoundPhrase> found = find(words, anchor);
        int best = -1;
        for (int i = 0; i < found.size(); i++) {
            if (best < 0 || found.get(i).rank() > found.get(best).rank()) {
                best = i;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(phrase(text, words, found, best));
    }

    private static DuePhrase phrase(String text, List<DateWord> words, List<FoundPhrase> found, int best) {
        int first = found.get(best).firstWord();
        int end = found.get(best).endWord();
        // "by noon on Friday", "Friday, end of day": the part of the day belongs to the words.
        if (best > 0
                && found.get(best - 1).meaning() == Meaning.PART
                && found.get(best - 1).endWord() == first) {
            first = found.get(best - 1).firstWord();
        }
        if (best + 1 < found.size()
                && found.get(best + 1).meaning() == Meaning.PART
                && found.get(best + 1).firstWord() == end) {
            end = found.get(best + 1).endWord();
        }
        return new DuePhrase(
                text.substring(words.get(first).start(), words.get(end - 1).end()),
                found.get(best).date());
    }

    private List<FoundPhrase> find(List<DateWord> words, Optional<LocalDate> anchor) {
        List<FoundPhrase> found = new ArrayList<>();
        Said said = new Said();
        int free = 0;
        for (int at = 0; at < words.size(); ) {
            PhrasePattern best = null;
            int bestEnd = at;
            for (PhrasePattern pattern : table.patternsFrom(words.get(at))) {
                said.clear();
                int end = pattern.match(words, at, table.vocabulary(), said);
                if (end > bestEnd && counts(pattern, words, at, end, free)) {
                    best = pattern;
                    bestEnd = end;
                }
            }
            if (best == null) {
                at++;
                continue;
            }
            if (best.meaning() != Meaning.NONE) {
                said.clear();
                best.match(words, at, table.vocabulary(), said);
                int first = lead(words, at, free);
                found.add(new FoundPhrase(
                        first,
                        bestEnd,
                        best.meaning(),
                        isDeadline(words, first, bestEnd),
                        DueCalendar.day(best.meaning(), best.n(), said, anchor)));
            }
            at = bestEnd;
            free = bestEnd;
        }
        return found;
    }

    private boolean counts(PhrasePattern pattern, List<DateWord> words, int at, int end, int free) {
        if (pattern.meaning() == Meaning.NONE) {
            return true;
        }
        int first = lead(words, at, free);
        if (first > free && words.get(first - 1).gap() == DateWord.Gap.SPACE && table.isBlocked(words.get(first - 1))) {
            return false;
        }
        boolean deadline = isDeadline(words, first, at + 1);
        if (pattern.deadlineOnly() && !deadline) {
            return false;
        }
        // "the Monday report", "a Friday thing": the weekday tells which one, not when.
        boolean bareWeekday = pattern.meaning() == Meaning.WEEKDAY && end == at + 1;
        if (bareWeekday && !deadline && at > free && table.isArticle(words.get(at - 1))) {
            return false;
        }
        return !pattern.closedOnly() || isClosed(words, end);
    }

    private boolean isClosed(List<DateWord> words, int end) {
        return end == words.size() || words.get(end - 1).gap() != DateWord.Gap.SPACE || table.isCloser(words.get(end));
    }

    /** Index of the first of the prepositions that lead the phrase at {@code at}: "no later than", "senast på". */
    private int lead(List<DateWord> words, int at, int free) {
        int first = at;
        while (first > free && first > at - 4) {
            DateWord before = words.get(first - 1);
            boolean joined = before.gap() == DateWord.Gap.SPACE;
            if (!joined || !(table.isDeadline(before) || table.isNeutral(before))) {
                break;
            }
            first--;
        }
        return first;
    }

    private boolean isDeadline(List<DateWord> words, int first, int end) {
        for (int i = first; i < end; i++) {
            if (table.isDeadline(words.get(i))) {
                return true;
            }
        }
        return false;
    }
}
