package dev.llmagents.team.meetmind.summary;

import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.text.Words;
import dev.llmagents.team.meetmind.transcript.Utterance;
import dev.llmagents.team.meetmind.word.WordList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The people of a meeting as prose names them: without courtesy titles, brackets and letters after the name, and a role
 * with its article ("the Project Manager").
 */
final class Speakers {

    private final Set<String> roles;
    private final Set<String> titles;
    private final Set<String> departments;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> firstNames = new HashMap<>();
    private final Set<String> nameWords = new HashSet<>();
    private final Language language;

    private Speakers(Language language) {
        this.language = language;
        roles = WordList.read(Speakers.class, "roles.txt");
        titles = WordList.read(Speakers.class, "courtesy-titles.txt");
        departments = WordList.read(Speakers.class, "departments.txt");
    }

    static Speakers of(List<Utterance> utterances, Language language) {
        Speakers speakers = new Speakers(language);
        for (Utterance utterance : utterances) {
            if (utterance.hasKnownSpeaker() && !speakers.names.containsKey(utterance.speaker())) {
                String name = speakers.prose(utterance.speaker());
                speakers.names.put(utterance.speaker(), name);
                boolean role = speakers.isRole(name);
                List<String> words = Words.of(name);
                if (!role && !words.isEmpty()) {
                    speakers.firstNames.putIfAbsent(words.get(0), name);
                }
                for (String word : words) {
                    if (!role || speakers.roles.contains(word)) {
                        speakers.nameWords.add(word);
                    }
                }
            }
        }
        return speakers;
    }

    /** The name within a sentence; "somebody" for a turn that nobody is known to have spoken. */
    String name(String speaker) {
        String name = names.get(speaker);
        if (name != null) {
            return name;
        }
        return speaker.equals(Utterance.UNKNOWN)
                ? (language == Language.EN ? "a participant" : "en deltagare")
                : prose(speaker);
    }

    /** The name of the speaker whose first name is {@code word}, in lower case. */
    Optional<String> called(String word) {
        return nameWords.contains(word) ? Optional.ofNullable(firstNames.get(word)) : Optional.empty();
    }

    /** Whether {@code phrase} is how somebody is called here. */
    boolean isLabel(String phrase) {
        for (String label : names.keySet()) {
            if (label.equalsIgnoreCase(phrase)) {
                return true;
            }
        }
        return false;
    }

    /** The words of personal names, lower case: no subject of a meeting. */
    Set<String> nameWords() {
        return nameWords;
    }

    private String prose(String speaker) {
        int bracket = speaker.indexOf('(');
        String bare = bracket > 0 ? speaker.substring(0, bracket) : speaker;
        StringBuilder name = new StringBuilder();
        String[] parts = bare.strip().split(" ");
        for (int at = 0; at < parts.length; at++) {
            String part = parts[at];
            String plain = part.endsWith(".") ? part.substring(0, part.length() - 1) : part;
            boolean title = titles.contains(plain.toLowerCase(Locale.ROOT));
            boolean letters = at > 0
                    && at == parts.length - 1
                    && part.length() >= 2
                    && part.length() <= 4
                    && part.equals(part.toUpperCase(Locale.ROOT))
                    && name.indexOf(" ") > 0;
            if (!part.isEmpty() && !(title && parts.length > 1) && !letters) {
                name.append(name.length() > 0 ? " " : "").append(part);
            }
        }
        String result = name.length() == 0 ? bare.strip() : name.toString();
        if (result.startsWith("The ")) {
            return "the " + result.substring(4);
        }
        String last = result.substring(result.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return language == Language.EN && roles.contains(last) ? "the " + result : result;
    }

    private boolean isRole(String name) {
        if (name.startsWith("the ")) {
            return true;
        }
        for (String word : Words.of(name)) {
            if (roles.contains(word) || departments.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
