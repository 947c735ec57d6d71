package dev.llmagents.team.meetmind;

import dev.llmagents.llm.TokenEstimate;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;

/** Cuts a meeting into pieces that fit a model's context. Every utterance is in exactly one piece. */
final class Chunks {
    private Chunks() {}

    /**
     * Pieces of about equal size, none above {@code mostTokens} unless one utterance alone is.
     *
     * @param mostTokens room for the transcript in one prompt
     */
    static List<AnalysisFramework.Chunk> of(Meeting meeting, int mostTokens) {
        long all = 0;
        for (Utterance utterance : meeting.utterances()) {
            all += tokens(utterance);
        }
        long pieces = Math.max(1, (all + mostTokens - 1) / mostTokens);
        long perPiece = Math.min(mostTokens, (all + pieces - 1) / pieces);
        List<AnalysisFramework.Chunk> chunks = new ArrayList<>();
        List<Utterance> utterances = meeting.utterances();
        int from = 0;
        long size = 0;
        for (int i = 0; i < utterances.size(); i++) {
            Utterance utterance = utterances.get(i);
            long tokens = TokenEstimate.ofChars(
                    utterance.text().length() + utterance.speaker().length() + 8L);
            if (i > from && size + tokens > perPiece) {
                chunks.add(new AnalysisFramework.Chunk(from, i));
                from = i;
                size = 0;
            }
            size += tokens;
        }
        chunks.add(new AnalysisFramework.Chunk(from, utterances.size()));
        return chunks;
    }

    /** Of the utterance as {@link Meeting#numbered} writes it. */
    private static long tokens(Utterance utterance) {
        return TokenEstimate.ofChars(
                utterance.text().length() + utterance.speaker().length() + 8L);
    }
}
