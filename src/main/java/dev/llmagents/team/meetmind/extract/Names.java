package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.transcript.Transcript;
import dev.llmagents.team.meetmind.transcript.Utterance;
import dev.llmagents.team.meetmind.word.WordList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The people of a meeting and how they are called. A speaker answers to the whole name as the transcript writes it, and to
 * each part of it that is a name and no role, title or party. Immutable once made.
 */
final class Names {
    /**
     * A name found in a sentence.
     *
     * @param person as the transcript spells the speaker or attendee
     * @param end index behind its last word
     */
    record Hit(String person, int at, int end) {}

    /** Capitalised at the start of a sentence they are as often no name. */
    private static final Set<String> WORDS_TOO = WordList.read(Names.class, "names-that-are-words.txt");

    private record Alias(String key, List<String> words) {}

    private final Map<String, List<Alias>> aliases = new HashMap<>();
    private final Map<String, String> personOf = new HashMap<>();
    private final Set<String> people = new LinkedHashSet<>();

    private Names() {}

    static Names of(Transcript transcript) {
        Names names = new Names();
        for (Utterance utterance : transcript.utterances()) {
            if (utterance.hasKnownSpeaker()) {
                names.people.add(utterance.speaker());
            }
        }
        Set<String> ambiguous = new HashSet<>();
        for (String speaker : names.people) {
            names.learn(speaker, ambiguous);
        }
        for (String attendee : transcript.attendees()) {
            if (!names.people.contains(attendee) && !names.isShortOrLongFormOfSpeaker(attendee)) {
                names.people.add(attendee);
                names.learn(attendee, ambiguous);
            }
        }
        for (String alias : ambiguous) {
            names.personOf.remove(alias);
        }
        return names;
    }

    /** "Tom" on the list of attendees is the speaker "Tom Baker", and the other way round. */
    private boolean isShortOrLongFormOfSpeaker(String attendee) {
        List<String> words = nameWords(attendee);
        if (words.isEmpty()) {
            return true;
        }
        String whole = String.join(" ", words);
        if (personOf.containsKey(whole)) {
            return true;
        }
        String speaker = personOf.get(words.get(0));
        if (speaker == null || nameWords(speaker).size() > 1) {
            return false;
        }
        alias(words, speaker, new HashSet<>());
        return true;
    }

    /** The words of a name without titles and without what stands in brackets, a party or a company. */
    private static List<String> nameWords(String person) {
        int bracket = person.indexOf('(');
        String bare = bracket > 0 ? person.substring(0, bracket) : person;
        List<String> words = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (SpokenWord word : SpokenWord.of(bare)) {
            all.add(word.lower());
            if (!RoleWords.TITLES.contains(word.lower())) {
                words.add(word.lower());
            }
        }
        return words.isEmpty() ? all : words;
    }

    private void learn(String person, Set<String> ambiguous) {
        List<String> words = nameWords(person);
        if (words.isEmpty()) {
            return;
        }
        alias(words, person, ambiguous);
        boolean role = false;
        for (String word : words) {
            role |= RoleWords.ROLES.contains(word);
        }
        if (!role && words.size() > 1) {
            for (String word : words) {
                if (word.length() > 1) {
                    alias(List.of(word), person, ambiguous);
                }
            }
        }
    }

    private void alias(List<String> words, String person, Set<String> ambiguous) {
        String key = String.join(" ", words);
        String known = personOf.putIfAbsent(key, person);
        if (known != null && !known.equals(person)) {
            // "Tom" among the attendees is "Tom Baker" among the speakers; two speakers of one name are not one.
            ambiguous.add(key);
        } else if (known == null) {
            aliases.computeIfAbsent(words.get(0), any -> new ArrayList<>()).add(new Alias(key, words));
        }
    }

    /** The people, speakers first, as the transcript spells them. */
    Set<String> people() {
        return people;
    }

    /** The longest name that begins at word {@code at}. */
    Optional<Hit> at(List<SpokenWord> words, int at) {
        List<Alias> candidates = aliases.get(words.get(at).lower());
        if (candidates == null) {
            return Optional.empty();
        }
        Hit best = null;
        for (Alias alias : candidates) {
            String person = personOf.get(alias.key());
            int end = at + alias.words().size();
            if (person == null || end > words.size() || best != null && end <= best.end()) {
                continue;
            }
            boolean same = true;
            boolean capital = words.get(at).capital();
            for (int i = 1; i < alias.words().size() && same; i++) {
                same = words.get(at + i).lower().equals(alias.words().get(i));
            }
            boolean role = RoleWords.ROLES.contains(alias.words().get(0));
            boolean named = role
                    || capital
                            && !(at == 0
                                    && WORDS_TOO.contains(alias.key())
                                    && words.get(at).mark() == ' '
                                    && isPlainVerbOrder(words, at));
            if (same && named) {
                best = new Hit(person, at, role ? afterRole(words, end) : end);
            }
        }
        return Optional.ofNullable(best);
    }

    /** The one person whom these words name, if they name one and no more. */
    Optional<String> only(List<SpokenWord> words) {
        Optional<String> only = Optional.empty();
        for (int at = 0; at < words.size(); at++) {
            Optional<Hit> name = at(words, at);
            if (name.isPresent()
                    && only.isPresent()
                    && !only.get().equals(name.get().person())) {
                return Optional.empty();
            }
            only = name.isPresent() ? name.map(Hit::person) : only;
        }
        return only;
    }

    /** "Marketing expert", "User Interface Designer": the speaker label may be the short form of the role. */
    private static int afterRole(List<SpokenWord> words, int end) {
        int at = end;
        while (at < words.size()
                && at < end + 2
                && words.get(at - 1).mark() == ' '
                && Set.of("designer", "expert", "manager", "specialist", "person", "guy")
                        .contains(words.get(at).lower())) {
            at++;
        }
        return at;
    }

    /** "Will you …", "May I …": a sentence-initial verb with its subject behind it. */
    private static boolean isPlainVerbOrder(List<SpokenWord> words, int at) {
        return at + 1 < words.size()
                && Set.of("you", "i", "we", "it", "the", "that", "this", "they", "he", "she", "there")
                        .contains(words.get(at + 1).lower());
    }
}
