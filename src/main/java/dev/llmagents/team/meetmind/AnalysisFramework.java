package dev.llmagents.team.meetmind;

import java.util.List;
import java.util.Set;

/**
 * How a meeting is to be analysed.
 *
 * @param topics the meeting's stretches, in order
 * @param needed analyses this meeting has matter for
 * @param chunks pieces that fit a model's context; together they cover every utterance once
 */
public record AnalysisFramework(List<Topic> topics, Set<Analysis> needed, List<Chunk> chunks) {
    public AnalysisFramework {
        topics = List.copyOf(topics);
        needed = Set.copyOf(needed);
        chunks = List.copyOf(chunks);
    }

    /**
     * A run of utterances.
     *
     * @param from index of the first one
     * @param to index behind the last one
     */
    public record Chunk(int from, int to) {}
}
