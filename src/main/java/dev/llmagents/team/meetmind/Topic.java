package dev.llmagents.team.meetmind;

import dev.llmagents.agent.Source;
import java.util.List;

/**
 * A stretch of the meeting about one subject.
 *
 * @param title a short noun phrase for the stretch
 * @param firstLine 1-based line of its first utterance
 * @param lastLine 1-based line of its last utterance
 * @param keyPhrases what it was about, most telling first
 * @param evidence the sentence that stands for it best
 */
public record Topic(
        String title,
        int firstLine,
        int lastLine,
        List<String> keyPhrases,
        Evidence evidence,
        double confidence,
        Source source) {}
