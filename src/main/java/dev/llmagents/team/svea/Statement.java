package dev.llmagents.team.svea;

import dev.llmagents.agent.Source;
import java.util.ArrayList;
import java.util.List;

/** A sentence of a report and who stated it. */
public record Statement(String text, Source source) {
    static List<Statement> ofRules(List<String> texts) {
        return texts.stream().map(text -> new Statement(text, Source.RULES)).toList();
    }

    /** The rules' statements, then a model's. */
    static List<Statement> merged(List<Statement> own, List<String> told) {
        List<Statement> merged = new ArrayList<>(own);
        told.forEach(text -> merged.add(new Statement(text, Source.MODEL)));
        return merged;
    }
}
