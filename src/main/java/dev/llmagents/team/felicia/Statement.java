package dev.llmagents.team.felicia;

import dev.llmagents.agent.Source;
import java.util.List;

/** A sentence and who said it. */
public record Statement(String text, Source source) {
    static Statement ofRules(String text) {
        return new Statement(text, Source.RULES);
    }

    static List<Statement> ofModel(List<String> texts) {
        return texts.stream().map(text -> new Statement(text, Source.MODEL)).toList();
    }
}
