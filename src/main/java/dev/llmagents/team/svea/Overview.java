package dev.llmagents.team.svea;

import dev.llmagents.agent.Source;
import java.util.List;
import java.util.Optional;

/**
 * The case at a glance, as the coordinator sees it.
 *
 * @param regulations which rules of law apply and why
 * @param summary a few sentences
 * @param priorities what to do first
 * @param advice what a model has added; never proven
 */
public record Overview(
        Verdict verdict,
        List<Regulation> regulations,
        List<Statement> summary,
        List<Priority> priorities,
        List<Advice> advice) {
    public Overview {
        regulations = List.copyOf(regulations);
        summary = List.copyOf(summary);
        priorities = List.copyOf(priorities);
        advice = List.copyOf(advice);
    }

    /** What the rules make of the inputs; a model cannot change it. */
    public enum Verdict {
        ERRORS("Fel finns som behöver rättas"),
        WARNINGS("Inga fel kunde visas, men det finns varningar att gå igenom"),
        CLEAN("Inga fel och inga varningar i det som kunde prövas"),
        NOTHING("Inget i underlaget kunde prövas");

        private final String sentence;

        Verdict(String sentence) {
            this.sentence = sentence;
        }

        /** Swedish, without a period. */
        public String sentence() {
            return sentence;
        }
    }

    /** A body of law that applies. */
    public record Regulation(String name, String why, Source source) {}

    /**
     * Something to do.
     *
     * @param rule whose findings it is about
     * @param findings their ids
     */
    public record Priority(int rank, String rule, List<String> findings, String action, Source source) {}

    /**
     * What a model has added: advisory, not verified.
     *
     * @param law what it refers to, marked if that is not in the catalogue
     * @param quote words of the input it rests on
     */
    public record Advice(String text, Optional<String> law, Optional<String> quote) {}
}
