package dev.llmagents.team.meetmind.ledger;

import dev.llmagents.team.meetmind.MeetingReport;
import dev.llmagents.team.meetmind.extract.MeetingText;
import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.text.Stems;
import dev.llmagents.team.meetmind.text.Words;
import dev.llmagents.team.meetmind.word.WordList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what texts of a series of meetings are about. Holds caches; not safe for use by several threads. */
final class Subjects {
    /** Here the apostrophe stands for "is"; behind any other word it says whose. */
    private static final Set<String> IS =
            Set.of("that's", "it's", "he's", "she's", "what's", "who's", "there's", "here's", "where's", "let's");

    private final VerbForms verbs = VerbForms.read();
    private final PhraseBook status = PhraseBook.read("status.txt");
    private final Map<Language, Stems> stems = new EnumMap<>(Language.class);
    private final Map<Language, Set<String>> functionWords = new EnumMap<>(Language.class);
    private final Set<String> noSubject = WordList.read(Subjects.class, "no-subject.txt");
    private final Set<String> people = new HashSet<>();

    /** @param meetings whose people's names say nothing about a subject */
    Subjects(List<MeetingReport> meetings) {
        for (Language language : Language.values()) {
            stems.put(language, Stems.of(language));
            functionWords.put(language, WordList.read(MeetingText.class, "function-words." + language.code() + ".txt"));
        }
        for (MeetingReport meeting : meetings) {
            meeting.participants().forEach(person -> people.addAll(words(person.name())));
            meeting.transcript().attendees().forEach(name -> people.addAll(words(name)));
        }
    }

    VerbForms verbs() {
        return verbs;
    }

    PhraseBook status() {
        return status;
    }

    /** The verb a task begins with. */
    TaskVerb verb(String task, Language language) {
        List<String> words = words(task);
        String first = words.isEmpty() ? "" : words.get(0);
        return new TaskVerb(first, verbs.group(first), stems.get(language).of(first), stems.get(language));
    }

    /** What a task is about, its verb left out. */
    Subject ofTask(String task, Language language) {
        int bracket = task.indexOf('(');
        List<String> words = words(bracket > 0 ? task.substring(0, bracket) : task);
        Subject stated = of(words.subList(Math.min(1, words.size()), words.size()), language);
        // In brackets stands what was spoken of before: it says what "them" means.
        return stated.isEmpty() && bracket > 0 ? of(words(task.substring(bracket)), language) : stated;
    }

    /** What {@code words} are about. */
    Subject of(List<String> words, Language language) {
        List<Term> terms = new ArrayList<>();
        for (int at = 0; at < words.size(); ) {
            int behind = behindStatus(words, at);
            if (behind > at) {
                at = behind;
                continue;
            }
            String word = words.get(at);
            at++;
            if (!isAbout(word, language)) {
                continue;
            }
            Term term = new Term(word, stems.get(language).of(word), language);
            if (terms.stream().noneMatch(known -> known.stem().equals(term.stem()))) {
                terms.add(term);
            }
        }
        return new Subject(terms);
    }

    /** Words about the state of a task say nothing about what it is. */
    private int behindStatus(List<String> words, int at) {
        int behind = at;
        for (String heading : List.of("over", "said", "open", "not", "plan")) {
            behind = Math.max(behind, status.after(heading, words, at));
        }
        return behind;
    }

    private boolean isAbout(String word, Language language) {
        return word.length() > 1
                && !functionWords.get(language).contains(word)
                && !noSubject.contains(word)
                && !people.contains(word)
                && !verbs.isVerb(word)
                && !isNumberOfDay(word);
    }

    /** "17" of "17 April", "28:e": a day far more often than a name of something. */
    private static boolean isNumberOfDay(String word) {
        return word.length() <= 2 && word.chars().allMatch(Character::isDigit);
    }

    /** The words of {@code text} in lower case; what a hyphen or an apostrophe joins counts by its parts. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : Words.of(text)) {
            if (word.endsWith("'s") && !IS.contains(word)) {
                words.add(word.substring(0, word.length() - 2));
            } else if (word.indexOf('-') > 0 && !word.startsWith("e-")) {
                words.addAll(List.of(word.split("-", -1)));
            } else {
                words.add(word);
            }
        }
        return words;
    }
}
