package dev.llmagents.team.meetmind;

import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.transcript.Transcript;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.util.List;

/** A transcript and the language it is in: what every agent of the team works on. */
public record Meeting(Transcript transcript, Language language) {

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

    /** Characters of the numbered text of everything said. */
    public int characters() {
        int characters = 0;
        for (Utterance utterance : utterances()) {
            characters += utterance.text().length() + utterance.speaker().length() + 8;
        }
        return characters;
    }
}
