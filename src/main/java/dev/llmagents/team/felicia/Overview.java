package dev.llmagents.team.felicia;

import java.util.List;

/**
 * The whole in short.
 *
 * @param handovers what each step gave to the next, in their order
 */
public record Overview(Validation.Verdict verdict, List<String> handovers, List<Statement> summary) {
    public Overview {
        handovers = List.copyOf(handovers);
        summary = List.copyOf(summary);
    }
}
