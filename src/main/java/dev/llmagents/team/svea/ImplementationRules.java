package dev.llmagents.team.svea;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.agent.Checked;
import dev.llmagents.agent.Question;
import dev.llmagents.agent.Rules;
import dev.llmagents.agent.Source;
import dev.llmagents.team.svea.check.ModelStatements;
import dev.llmagents.team.svea.erpnext.Bundle;
import dev.llmagents.team.svea.law.KnownLaw;
import dev.llmagents.team.svea.sie.SieFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code implement_erp_customization}: the importable files. A model may remark on them, and changes none. */
public final class ImplementationRules implements Rules<ImplementationRules.Input, Implementation> {
    private final KnownLaw law;

    public ImplementationRules(KnownLaw law) {
        this.law = law;
    }

    /** The case, its design, and the books the bundle is made from. */
    public record Input(ComplianceCase compliance, ErpDesign design, Optional<SieFile> books) {}

    @Override
    public Implementation answer(Input input) {
        if (input.books().isEmpty()) {
            return new Implementation(new java.util.TreeMap<>(), List.of());
        }
        Bundle bundle = Bundle.of(input.books().get());
        List<Implementation.Remark> remarks = new ArrayList<>();
        bundle.remarks().forEach((file, texts) -> texts.forEach(
                text -> remarks.add(new Implementation.Remark(file, new Statement(text, Source.RULES)))));
        return new Implementation(bundle.files(), remarks);
    }

    @Override
    public List<Question> questions(Input input, Implementation answer) {
        if (answer.files().isEmpty()) {
            return List.of();
        }
        StringBuilder design = new StringBuilder();
        input.design().customisations().forEach(text -> design.append(text.text()).append('\n'));
        return List.of(new Question(
                "",
                Map.of(
                        "inputs",
                        CaseText.inputs(input.compliance()),
                        "design",
                        design.toString(),
                        "files",
                        String.join("\n", answer.files().keySet()))));
    }

    @Override
    public Checked<Implementation> check(Input input, Implementation own, List<JsonNode> replies) {
        StringBuilder material = new StringBuilder(CaseText.all(input.compliance()));
        own.files().keySet().forEach(file -> material.append(file).append('\n'));
        input.design().customisations().forEach(text -> material.append(text.text()).append('\n'));
        ModelStatements statements = new ModelStatements(law, material.toString());
        List<Implementation.Remark> remarks = new ArrayList<>(own.remarks());
        for (JsonNode reply : replies) {
            for (JsonNode item : reply.path("remarks")) {
                Optional<String> file = statements.oneOf(item, "file", own.files().keySet());
                file.flatMap(name -> statements.text(item, "text"))
                        .ifPresent(text -> remarks.add(
                                new Implementation.Remark(file.get(), new Statement(text, Source.MODEL))));
            }
        }
        return new Checked<>(
                new Implementation(own.files(), remarks),
                remarks.size() - own.remarks().size(),
                statements.dropped(),
                List.of());
    }
}
