package dev.llmagents.team.meetmind.transcript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Puts the spellings of one person together: {@code ANNA BERG} and {@code Anna  Berg}, {@code Anna} and the only
 * {@code Anna Berg}, {@code Mr. James Bezan} and {@code Mr. James Bezan (Selkirk, CPC)}. Where two people could be meant
 * nothing is put together: a wrong owner is worse than a person listed twice. Pure functions.
 */
public final class Speakers {
    private Speakers() {}

    /**
     * {@code transcript} with one name for each person.
     *
     * @param aliases from a spelling, in any case, to the name wanted; they come before everything else
     */
    public static Transcript unify(Transcript transcript, Map<String, String> aliases) {
        Map<String, String> names = names(transcript, aliases);
        List<Utterance> utterances = new ArrayList<>(transcript.utterances().size());
        for (Utterance utterance : transcript.utterances()) {
            String name = names.get(utterance.speaker());
            utterances.add(
                    name.equals(utterance.speaker())
                            ? utterance
                            : new Utterance(
                                    utterance.line(), utterance.start(), utterance.end(), name, utterance.text()));
        }
        Set<String> attendees = new LinkedHashSet<>();
        for (String attendee : transcript.attendees()) {
            attendees.add(names.getOrDefault(attendee, attendee));
        }
        return new Transcript(
                transcript.name(), transcript.title(), transcript.date(), List.copyOf(attendees), utterances);
    }

    /** From every spelling in {@code transcript} to the name it stands for. */
    private static Map<String, String> names(Transcript transcript, Map<String, String> aliases) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (Map.Entry<String, String> alias : aliases.entrySet()) {
            wanted.put(key(alias.getKey()), alias.getValue());
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Utterance utterance : transcript.utterances()) {
            counts.merge(utterance.speaker(), 1, Integer::sum);
        }
        for (String attendee : transcript.attendees()) {
            counts.putIfAbsent(attendee, 0);
        }
        Map<String, String> bestOfKey = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            String key = key(entry.getKey());
            String before = bestOfKey.get(key);
            bestOfKey.put(key, before == null ? entry.getKey() : better(before, entry.getKey(), counts));
        }
        Map<String, String> fullKeys = fullNames(bestOfKey.keySet());
        Map<String, String> names = new LinkedHashMap<>();
        for (String spelling : counts.keySet()) {
            String key = key(spelling);
            String full = fullKeys.getOrDefault(key, key);
            String name = wanted.getOrDefault(key, wanted.getOrDefault(full, withSingleBlanks(bestOfKey.get(full))));
            names.put(spelling, spelling.equals(Utterance.UNKNOWN) ? spelling : name);
        }
        return names;
    }

    /** Of two spellings with the same letters the one that is not all capitals or all small, else the more frequent. */
    private static String better(String one, String other, Map<String, Integer> counts) {
        boolean oneMixed = isMixedCase(one);
        if (oneMixed != isMixedCase(other)) {
            return oneMixed ? one : other;
        }
        return counts.get(other) > counts.get(one) ? other : one;
    }

    private static boolean isMixedCase(String name) {
        return !name.equals(name.toUpperCase(Locale.ROOT)) && !name.equals(name.toLowerCase(Locale.ROOT));
    }

    /** From the key of a short name to that of the one longer name that begins with it. */
    private static Map<String, String> fullNames(Set<String> keys) {
        Map<String, List<String>> byFirstWord = new LinkedHashMap<>();
        for (String key : keys) {
            List<String> group = byFirstWord.get(firstWord(key));
            if (group == null) {
                group = new ArrayList<>();
                byFirstWord.put(firstWord(key), group);
            }
            group.add(key);
        }
        Map<String, String> full = new LinkedHashMap<>();
        for (List<String> group : byFirstWord.values()) {
            String shortest = group.get(0);
            if (group.size() == 2) {
                String other = group.get(1);
                boolean ordered = shortest.length() < other.length();
                String little = ordered ? shortest : other;
                String large = ordered ? other : shortest;
                if (large.startsWith(little + " ") && isPlainName(little, large)) {
                    full.put(little, large);
                }
            }
        }
        addOffices(keys, full);
        return full;
    }

    /** {@code Speaker 1} is no fuller name of {@code Speaker}, nor is anything with a number. */
    private static boolean isPlainName(String little, String large) {
        for (int i = 0; i < large.length(); i++) {
            if (TimeText.isDigit(large.charAt(i))) {
                return false;
            }
        }
        return little.indexOf(' ') < 0 && !little.endsWith(".");
    }

    /** A name that comes once with an office in brackets and then without is one person; the short form stays. */
    private static void addOffices(Set<String> keys, Map<String, String> full) {
        for (String key : keys) {
            int bracket = key.indexOf(" (");
            if (bracket > 0 && key.endsWith(")") && keys.contains(key.substring(0, bracket))) {
                String name = key.substring(0, bracket);
                if (name.indexOf(' ') > 0) {
                    full.putIfAbsent(key, name);
                    full.remove(name, key);
                }
            }
        }
    }

    private static String firstWord(String key) {
        int blank = key.indexOf(' ');
        return blank < 0 ? key : key.substring(0, blank);
    }

    private static String key(String spelling) {
        return withSingleBlanks(spelling).toLowerCase(Locale.ROOT);
    }

    private static String withSingleBlanks(String spelling) {
        StringBuilder name = new StringBuilder(spelling.length());
        for (int i = 0; i < spelling.length(); i++) {
            char letter = spelling.charAt(i);
            boolean blank = SourceText.isBlank(letter);
            if (!blank) {
                name.append(letter);
            } else if (name.length() > 0 && name.charAt(name.length() - 1) != ' ') {
                name.append(' ');
            }
        }
        return name.toString().strip();
    }
}
