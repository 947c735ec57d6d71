package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.date.DuePhrase;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Turns the words behind a cue into a task that begins with its verb: "fix the migration script by Wednesday?". */
final class TaskWording {
    private static final int LONGEST_WORDS = 28;
    /** A new thought begins with one of these behind a comma. */
    private static final Set<String> NEW_THOUGHT = Set.of(
            "but",
            "because",
            "cause",
            "'cause",
            "so",
            "since",
            "although",
            "which",
            "if",
            "unless",
            "otherwise",
            "men",
            "eftersom",
            "så",
            "fast",
            "annars",
            "om",
            "för",
            "then");

    /** "Send you a price list": to a reader, the addressee is somebody else. */
    private static final Set<String> ADDRESSEE = Set.of("you", "dig", "er");

    private final MeetingText meeting;
    private final Optional<SwedishVerbs> presentVerbs;

    TaskWording(MeetingText meeting, Optional<SwedishVerbs> presentVerbs) {
        this.meeting = meeting;
        this.presentVerbs = presentVerbs;
    }

    /**
     * The task said by the words from {@code from} to {@code to} of a remark.
     *
     * @param verb what to write for the words before {@code from}, possibly empty
     */
    String of(Remark remark, String verb, int from, int to, Optional<DuePhrase> due) {
        int end = endOfThought(remark, from, to);
        String words = from < end
                ? remark.text()
                        .substring(
                                remark.word(from).start(), remark.word(end - 1).end())
                : "";
        String text = words;
        if (due.isPresent() && due.get().date().isPresent()) {
            text = without(text, due.get().words());
        }
        text = meeting.fillers().clean(text);
        text = withoutTail(text);
        text = presentVerbs.isPresent() && !verb.isEmpty() ? infinitivesBehindAnd(text) : text;
        text = withoutAddressee(text, verb.isEmpty() ? 1 : 0);
        if (!verb.isEmpty()) {
            text = text.isEmpty() ? verb : verb + " " + text;
        }
        return capital(text);
    }

    /** A task that begins with "writing" or "skriver", beginning with "write" or "skriva". */
    String imperative(String text) {
        List<SpokenWord> words = SpokenWord.of(text);
        if (words.isEmpty()) {
            return text;
        }
        String first = words.get(0).lower();
        String base =
                presentVerbs.isPresent() ? presentVerbs.get().infinitive(first).orElse("") : TaskVerbs.baseOf(first);
        if (!base.isEmpty()) {
            return capital(base + text.substring(words.get(0).end()));
        }
        return capital(text);
    }

    /** "jag skriver protokollet och skickar ut det": both verbs become infinitives. */
    private String infinitivesBehindAnd(String text) {
        List<SpokenWord> words = SpokenWord.of(text);
        for (int at = 1; at < words.size(); at++) {
            Optional<String> infinitive = words.get(at - 1).lower().equals("och")
                    ? presentVerbs.get().infinitive(words.get(at).lower())
                    : Optional.empty();
            if (infinitive.isPresent()) {
                return text.substring(0, words.get(at).start())
                        + infinitive.get()
                        + text.substring(words.get(at).end());
            }
        }
        return text;
    }

    private static String withoutAddressee(String text, int at) {
        List<SpokenWord> words = SpokenWord.of(text);
        boolean addressee = words.size() > at + 1
                && ADDRESSEE.contains(words.get(at).lower())
                && words.get(at).mark() == ' ';
        return addressee
                ? text.substring(0, words.get(at).start())
                        + text.substring(words.get(at + 1).start())
                : text;
    }

    private int endOfThought(Remark remark, int from, int to) {
        int end = Math.min(to, remark.size());
        for (int at = from + 3; at < end; at++) {
            SpokenWord before = remark.word(at - 1);
            boolean pause = before.mark() != ' ';
            if (before.mark() == '.' && at - from >= 4
                    || pause && NEW_THOUGHT.contains(remark.word(at).lower())
                    || at - from > LONGEST_WORDS && pause
                    || at - from > 2 * LONGEST_WORDS) {
                return at;
            }
        }
        return end;
    }

    private static String without(String text, String phrase) {
        int at = text.indexOf(phrase);
        if (at < 0) {
            return text;
        }
        String before = text.substring(0, at).strip();
        String after = text.substring(at + phrase.length()).strip();
        if (before.endsWith(",") && !after.isEmpty()) {
            before = before.substring(0, before.length() - 1);
        }
        return after.isEmpty() || after.startsWith(",") ? before + after : (before + " " + after).strip();
    }

    private String withoutTail(String text) {
        String left = trimmed(text);
        for (int round = 0; round < 4; round++) {
            List<SpokenWord> words = SpokenWord.of(left);
            if (words.size() < 2) {
                return left;
            }
            int cut = tailAt(words);
            if (cut < 0) {
                return left;
            }
            left = trimmed(left.substring(0, words.get(cut).start()));
        }
        return left;
    }

    /** Index of the first word of a closing courtesy or name, or -1. */
    private int tailAt(List<SpokenWord> words) {
        int last = words.size() - 1;
        for (int at = Math.max(1, last - 3); at <= last; at++) {
            Optional<Names.Hit> name = meeting.names().at(words, at);
            boolean vocative = name.isPresent()
                    && name.get().end() == words.size()
                    && words.get(at - 1).mark() == ',';
            if (vocative || meeting.isTail(words, at)) {
                return at;
            }
        }
        return -1;
    }

    private static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && " ,.;:!?-\u2013\u2014\u2026".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = 0;
        while (start < end && " ,.;:!?-\u2013\u2014\u2026".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return text.substring(start, end);
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
