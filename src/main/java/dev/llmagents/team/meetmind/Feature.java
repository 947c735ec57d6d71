package dev.llmagents.team.meetmind;

import dev.llmagents.agent.Source;
import java.util.List;

/**
 * A thing of the product that was talked about, with its weight in the meeting.
 *
 * @param name a short noun phrase as the speakers used it
 * @param priority MoSCoW, from the strongest word it was asked with
 * @param score rank value, higher first: mentions weighted by who asked and how strongly
 * @param requestedBy who asked for it, in order of first mention
 * @param mentions in how many utterances it was talked about
 */
public record Feature(
        String name,
        Priority priority,
        double score,
        List<String> requestedBy,
        int mentions,
        Evidence evidence,
        double confidence,
        Source source) {}
