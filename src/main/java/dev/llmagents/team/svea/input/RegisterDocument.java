package dev.llmagents.team.svea.input;

import dev.llmagents.team.svea.gdpr.Register;
import java.util.List;

/**
 * A register of processing (GDPR art. 30).
 *
 * @param lines its text by lines
 */
public record RegisterDocument(String name, Register register, List<String> lines, List<String> warnings)
        implements SveaDocument {
    public RegisterDocument {
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
    }

    @Override
    public Kind kind() {
        return Kind.REGISTER;
    }
}
