package dev.llmagents.team.svea.input;

import dev.llmagents.team.svea.text.PolicyText;
import java.util.List;

/** A policy, a routine, a description of a situation or any other running text. */
public record PolicyDocument(String name, PolicyText text, List<String> warnings) implements SveaDocument {
    public PolicyDocument {
        warnings = List.copyOf(warnings);
    }

    @Override
    public Kind kind() {
        return Kind.TEXT;
    }
}
