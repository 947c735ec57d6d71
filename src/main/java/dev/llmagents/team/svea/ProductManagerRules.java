package dev.llmagents.team.svea;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.agent.Checked;
import dev.llmagents.agent.Question;
import dev.llmagents.agent.Rules;
import dev.llmagents.agent.Source;
import dev.llmagents.team.svea.RegulatoryRequirements.Requirement;
import dev.llmagents.team.svea.check.ModelStatements;
import dev.llmagents.team.svea.law.KnownLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code analyze_regulatory_requirements}: what the law asks of this company, by when, and what follows if it is not done. */
public final class ProductManagerRules implements Rules<ComplianceCase, RegulatoryRequirements> {
    private final RequirementTable table = RequirementTable.builtIn();
    private final KnownLaw law;

    public ProductManagerRules(KnownLaw law) {
        this.law = law;
    }

    @Override
    public RegulatoryRequirements answer(ComplianceCase input) {
        return new RegulatoryRequirements(table.of(input));
    }

    @Override
    public List<Question> questions(ComplianceCase input, RegulatoryRequirements answer) {
        StringBuilder own = new StringBuilder();
        for (Requirement requirement : answer.requirements()) {
            own.append(requirement.id()).append(": ").append(requirement.text());
            own.append(requirement.ground().isEmpty() ? "" : " | " + requirement.ground()).append('\n');
        }
        return List.of(new Question(
                "",
                Map.of(
                        "inputs",
                        CaseText.inputs(input),
                        "findings",
                        CaseText.findings(input),
                        "prose",
                        CaseText.prose(input),
                        "requirements",
                        own.isEmpty() ? "Inga." : own.toString())));
    }

    /** Adds a model's requirements, each marked as its own: they are not proven. */
    @Override
    public Checked<RegulatoryRequirements> check(
            ComplianceCase input, RegulatoryRequirements own, List<JsonNode> replies) {
        StringBuilder known = new StringBuilder(CaseText.all(input));
        own.requirements().forEach(requirement -> known.append(requirement.text())
                .append(requirement.deadline().orElse("")));
        ModelStatements statements = new ModelStatements(law, known.toString());
        List<Requirement> all = new ArrayList<>(own.requirements());
        for (JsonNode reply : replies) {
            for (JsonNode item : reply.path("requirements")) {
                Optional<String> text = statements.text(item, "text");
                Optional<String> impact = text.flatMap(stands -> statements.text(item, "impact"));
                if (impact.isPresent()) {
                    Optional<String> ground = item.path("law").asText("").isBlank()
                            ? Optional.empty()
                            : statements.text(item, "law");
                    all.add(new Requirement(
                            "M" + (all.size() - own.requirements().size() + 1),
                            text.get(),
                            item.path("mandatory").asBoolean(false),
                            Optional.empty(),
                            impact.get(),
                            ground.orElse(""),
                            List.of(),
                            Source.MODEL));
                }
            }
        }
        return new Checked<>(
                new RegulatoryRequirements(all),
                all.size() - own.requirements().size(),
                statements.dropped(),
                List.of());
    }
}
