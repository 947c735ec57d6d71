package dev.llmagents.team.meetmind;

/** Names pieces of a meeting for people. */
final class Parts {
    private Parts() {}

    /** For instance {@code lines 3 to 120}. */
    static String lines(Meeting meeting, AnalysisFramework.Chunk chunk) {
        int first = meeting.utterances().get(chunk.from()).line();
        int last = meeting.utterances().get(chunk.to() - 1).line();
        return "lines " + first + " to " + last;
    }
}
