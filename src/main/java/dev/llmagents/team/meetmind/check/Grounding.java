package dev.llmagents.team.meetmind.check;

import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.date.DueDates;
import dev.llmagents.team.meetmind.date.DuePhrase;
import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.text.Sentences;
import dev.llmagents.team.meetmind.text.Words;
import dev.llmagents.team.meetmind.transcript.Transcript;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells whether a meeting supports what is said about it: quotes, people, dates, numbers and names. Immutable. */
public final class Grounding {
    // In these many utterances around the quote a due date may have been said.
    private static final int AROUND = 3;
    private static final Map<String, String> NUMBER_WORDS = Map.ofEntries(
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("eleven", "11"),
            Map.entry("twelve", "12"),
            Map.entry("twenty", "20"),
            Map.entry("thirty", "30"),
            Map.entry("forty", "40"),
            Map.entry("fifty", "50"),
            Map.entry("hundred", "100"),
            Map.entry("thousand", "1000"),
            Map.entry("fifteen", "15"),
            Map.entry("first", "1"),
            Map.entry("second", "2"),
            Map.entry("third", "3"),
            Map.entry("en", "1"),
            Map.entry("ett", "1"),
            Map.entry("två", "2"),
            Map.entry("tre", "3"),
            Map.entry("fyra", "4"),
            Map.entry("fem", "5"),
            Map.entry("sex", "6"),
            Map.entry("sju", "7"),
            Map.entry("åtta", "8"),
            Map.entry("nio", "9"),
            Map.entry("tio", "10"),
            Map.entry("elva", "11"),
            Map.entry("tolv", "12"),
            Map.entry("femton", "15"),
            Map.entry("tjugo", "20"),
            Map.entry("trettio", "30"),
            Map.entry("fyrtio", "40"),
            Map.entry("femtio", "50"),
            Map.entry("hundra", "100"),
            Map.entry("tusen", "1000"));

    private final Transcript transcript;
    private final Language language;
    private final Quotes quotes;
    private final Set<String> said = new HashSet<>();
    private final Set<String> people = new LinkedHashSet<>();

    public Grounding(Transcript transcript, Language language) {
        this.transcript = transcript;
        this.language = language;
        this.quotes = new Quotes(transcript.utterances());
        for (Utterance utterance : transcript.utterances()) {
            learn(utterance.text());
            learn(utterance.speaker());
            if (utterance.hasKnownSpeaker()) {
                people.add(utterance.speaker());
            }
        }
        transcript.attendees().forEach(this::learn);
        people.addAll(transcript.attendees());
        transcript.title().ifPresent(this::learn);
        // The date of the meeting may be named in any way.
        transcript
                .date()
                .ifPresent(date -> learn(date.getYear() + " " + date.getMonthValue() + " " + date.getDayOfMonth()));
    }

    private void learn(String text) {
        for (String word : Words.of(text)) {
            said.add(word);
            String number = NUMBER_WORDS.get(word);
            if (number != null) {
                said.add(number);
            }
            // "twenty-five", "Anna's", "UX-team": the parts count as said too.
            for (String part : word.split("['-]", -1)) {
                said.add(part);
            }
        }
    }

    /** The place in the transcript where {@code quote} was said, with the transcript's own wording. */
    public Optional<Evidence> quoted(String quote, int line) {
        return quotes.find(quote, line);
    }

    /**
     * Whether every number and every name in {@code text} was mentioned in the meeting. A name is a capitalised word that
     * does not begin a sentence.
     *
     * @param alsoKnown words that may appear beside those of the meeting
     */
    public boolean mentions(String text, Set<String> alsoKnown) {
        boolean beginsSentence = true;
        for (String token : text.strip().split("\\s+", -1)) {
            List<String> words = Words.of(token);
            boolean capital = startsWithCapital(token);
            for (String word : words) {
                boolean telling =
                        Character.isDigit(word.charAt(0)) || (capital && !beginsSentence && word.length() > 1);
                if (telling && !isKnown(word, alsoKnown)) {
                    return false;
                }
            }
            beginsSentence = token.endsWith(".") || token.endsWith("!") || token.endsWith("?") || token.endsWith(":");
        }
        return true;
    }

    private static boolean startsWithCapital(String token) {
        for (int i = 0; i < token.length(); i++) {
            if (Character.isLetter(token.charAt(i))) {
                return Character.isUpperCase(token.charAt(i));
            }
        }
        return false;
    }

    private boolean isKnown(String word, Set<String> alsoKnown) {
        if (said.contains(word) || alsoKnown.contains(word) || people.contains(word)) {
            return true;
        }
        // Possessives: "Erik's", "Eriks".
        String stem = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        if (said.contains(stem) || (stem.endsWith("s") && said.contains(stem.substring(0, stem.length() - 1)))) {
            return true;
        }
        for (String part : word.split("['-]", -1)) {
            if (!said.contains(part) && !alsoKnown.contains(part)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The person {@code name} means, written as the transcript writes them; empty if nobody of that name spoke, attended
     * or was mentioned.
     */
    public Optional<String> person(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        String match = null;
        for (String person : people) {
            String known = person.toLowerCase(Locale.ROOT);
            if (known.equals(wanted)) {
                return Optional.of(person);
            }
            boolean part = Words.of(known).containsAll(Words.of(wanted));
            if (part && match == null) {
                match = person;
            }
        }
        if (match != null) {
            return Optional.of(match);
        }
        boolean mentioned = !Words.of(name).isEmpty() && said.containsAll(Words.of(name));
        return mentioned ? Optional.of(name.strip()) : Optional.empty();
    }

    /**
     * The due date {@code iso} names, if somebody said a time around {@code evidence} that comes to this day.
     *
     * @param iso a date such as {@code 2026-02-13}
     */
    public Optional<LocalDate> due(String iso, Evidence evidence) {
        LocalDate claimed;
        try {
            claimed = LocalDate.parse(iso.strip());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
        List<Utterance> utterances = transcript.utterances();
        for (int i = 0; i < utterances.size(); i++) {
            if (utterances.get(i).line() == evidence.line()) {
                int to = Math.min(utterances.size(), i + AROUND);
                for (int near = Math.max(0, i - 1); near < to; near++) {
                    if (says(utterances.get(near), claimed)) {
                        return Optional.of(claimed);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean says(Utterance utterance, LocalDate claimed) {
        DueDates dates = DueDates.of(language);
        return Sentences.of(List.of(utterance), language).stream()
                .anyMatch(sentence -> dates.in(sentence.text(), transcript.date())
                        .flatMap(DuePhrase::date)
                        .equals(Optional.of(claimed)));
    }
}
