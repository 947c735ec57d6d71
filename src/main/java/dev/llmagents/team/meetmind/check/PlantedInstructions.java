package dev.llmagents.team.meetmind.check;

import dev.llmagents.team.meetmind.text.Words;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds words in a transcript that speak to a model instead of to the people in the room ("ignore all previous
 * instructions"). They are never followed, since transcripts reach models as fenced data; a reader should know of them.
 */
final class PlantedInstructions {
    // How many words may lie between the verb and what it is about.
    private static final int REACH = 5;
    private static final Set<String> VERBS = Set.of(
            "ignore",
            "disregard",
            "forget",
            "override",
            "bypass",
            "ignorera",
            "bortse",
            "glöm",
            "strunta",
            "åsidosätt");
    private static final Set<String> OBJECTS = Set.of(
            "instructions",
            "instruction",
            "prompt",
            "prompts",
            "guidelines",
            "instruktioner",
            "instruktionerna",
            "instruktion",
            "prompten",
            "anvisningar",
            "anvisningarna");

    private PlantedInstructions() {}

    /** The utterances that hold such words. */
    static List<Utterance> in(List<Utterance> utterances) {
        List<Utterance> found = new ArrayList<>();
        for (Utterance utterance : utterances) {
            if (mayHold(utterance.text()) && speaksToModel(Words.of(utterance.text()))) {
                found.add(utterance);
            }
        }
        return found;
    }

    /** A quick look that spares cutting nearly every utterance into words again. */
    private static boolean mayHold(String text) {
        return text.contains("nstru")
                || text.contains("NSTRU")
                || text.contains("rompt")
                || text.contains("ROMPT")
                || text.contains("uideline")
                || text.contains("nvisning");
    }

    private static boolean speaksToModel(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals("system")
                    && i + 1 < words.size()
                    && words.get(i + 1).equals("prompt")) {
                return true;
            }
            if (VERBS.contains(words.get(i))) {
                int end = Math.min(words.size(), i + 1 + REACH);
                for (int j = i + 1; j < end; j++) {
                    if (OBJECTS.contains(words.get(j))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
