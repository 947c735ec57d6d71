package dev.llmagents.team.meetmind;

import dev.llmagents.agent.Source;

/**
 * Something the product or service under discussion is asked to be or do.
 *
 * @param text the requirement in a reader's words
 * @param priority MoSCoW, from the words it was asked with
 * @param requestedBy who asked first
 * @param mentions in how many utterances it was asked for, at least 1
 * @param confidence how sure its source is, 0 to 1
 */
public record Requirement(
        String text,
        Priority priority,
        String requestedBy,
        int mentions,
        Evidence evidence,
        double confidence,
        Source source) {}
