package dev.llmagents.team.meetmind;

import dev.llmagents.team.meetmind.extract.RoleWords;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The people a meeting names, for whoever must not let their names out. Pure functions. */
final class People {
    private static final Set<String> NUMBERED =
            Set.of("speaker", "participant", "talare", "deltagare", "person", "voice", "röst", "guest", "gäst", "user");

    /** Behind these stands what somebody is in charge of or comes from. */
    private static final Set<String> OFFICE =
            Set.of("of", "for", "from", "to", "at", "with", "för", "från", "på", "vid", "hos", "med", "till");

    private People() {}

    /** Who spoke, who was there and who got something to do, each once and without roles. */
    static List<String> of(Meeting meeting, List<ActionItem> actionItems) {
        Set<String> labels = new LinkedHashSet<>();
        for (Utterance utterance : meeting.utterances()) {
            if (utterance.hasKnownSpeaker()) {
                labels.add(utterance.speaker());
            }
        }
        labels.addAll(meeting.transcript().attendees());
        for (ActionItem action : actionItems) {
            action.owner().ifPresent(labels::add);
        }
        Set<String> people = new LinkedHashSet<>();
        for (String label : labels) {
            String name = withoutRoles(label);
            if (!name.isEmpty() && !isNumbered(name)) {
                people.add(name);
            }
        }
        return List.copyOf(people);
    }

    /** "Anna Berg, Minister of Works" is Anna Berg; "Minister of Works" is nobody. */
    private static String withoutRoles(String label) {
        List<String> kept = new ArrayList<>();
        for (String word : label.strip().split("\\s+", -1)) {
            String bare = word.replaceAll("[^\\p{L}\\p{N}'-]", "");
            if (OFFICE.contains(bare)) {
                break;
            }
            if (!RoleWords.contains(bare)) {
                kept.add(word);
            }
            // Behind two words and a comma stands what somebody is; behind one, a first name.
            if (word.endsWith(",") && kept.size() > 1) {
                break;
            }
        }
        String name = String.join(" ", kept);
        return hasWord(name) ? name : "";
    }

    /** Whether there are two letters side by side: "Grad A" leaves an A, which is as often the article. */
    private static boolean hasWord(String name) {
        for (int i = 0; i < name.length(); i++) {
            boolean letter = Character.isLetter(name.charAt(i));
            boolean more = i + 1 < name.length() && Character.isLetter(name.charAt(i + 1));
            if (letter && (more || Character.isIdeographic(name.charAt(i)))) {
                return true;
            }
        }
        return false;
    }

    /** "Talare 1", "S3": a number in the place of a name. */
    private static boolean isNumbered(String label) {
        int digits = label.length();
        while (digits > 0 && Character.isDigit(label.charAt(digits - 1))) {
            digits--;
        }
        String before = label.substring(0, digits).strip().toLowerCase(Locale.ROOT);
        return digits < label.length() && (before.length() <= 1 || NUMBERED.contains(before));
    }
}
