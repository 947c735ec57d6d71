package dev.llmagents.team.meetmind;

import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.transcript.Transcript;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A transcript and the language it is in: what every agent of the team works on. */
public record Meeting(Transcript transcript, Language language) {
    private static final Set<String> NUMBERED =
            Set.of("speaker", "participant", "talare", "deltagare", "person", "voice", "röst", "guest", "gäst", "user");

    public List<Utterance> utterances() {
        return transcript.utterances();
    }

    /** The name of the language as prompts call it. */
    public String languageName() {
        return switch (language) {
            case EN -> "English";
            case SV -> "Swedish";
        };
    }

    /** The utterances of {@code chunk}, each on a line of its own that begins with its number in the input. */
    public String numbered(AnalysisFramework.Chunk chunk) {
        StringBuilder text = new StringBuilder();
        for (Utterance utterance : utterances().subList(chunk.from(), chunk.to())) {
            text.append(utterance.line())
                    .append(' ')
                    .append(utterance.speaker())
                    .append(": ")
                    .append(utterance.text())
                    .append('\n');
        }
        return text.toString().stripTrailing();
    }

    /** Everybody the meeting names as present, each once; labels that name nobody are left out. */
    public Set<String> people() {
        Set<String> people = new LinkedHashSet<>();
        for (Utterance utterance : utterances()) {
            if (utterance.hasKnownSpeaker()) {
                people.add(utterance.speaker());
            }
        }
        people.addAll(transcript.attendees());
        people.removeIf(Meeting::isNumbered);
        return people;
    }

    /** "Speaker 2", "Talare 1", "S3": a number in the place of a name. */
    private static boolean isNumbered(String label) {
        int digits = label.length();
        while (digits > 0 && Character.isDigit(label.charAt(digits - 1))) {
            digits--;
        }
        String before = label.substring(0, digits).strip().toLowerCase(Locale.ROOT);
        return digits < label.length() && (before.length() <= 1 || NUMBERED.contains(before));
    }

    /** Characters of the numbered text of everything said. */
    public int characters() {
        int characters = 0;
        for (Utterance utterance : utterances()) {
            characters += utterance.text().length() + utterance.speaker().length() + 8;
        }
        return characters;
    }
}
