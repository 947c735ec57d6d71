package dev.llmagents.team.svea;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.agent.Checked;
import dev.llmagents.agent.Question;
import dev.llmagents.agent.Rules;
import dev.llmagents.agent.Source;
import dev.llmagents.team.svea.Validation.Check;
import dev.llmagents.team.svea.Validation.Concern;
import dev.llmagents.team.svea.check.ModelStatements;
import dev.llmagents.team.svea.check.SecondSums;
import dev.llmagents.team.svea.erpnext.BundleCheck;
import dev.llmagents.team.svea.law.KnownLaw;
import dev.llmagents.team.svea.rule.Finding;
import dev.llmagents.team.svea.rule.RuleCatalogue;
import dev.llmagents.team.svea.sie.SieFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code validate_compliance_accuracy}: reads the bundle and the findings again. References to law are looked up in the
 * catalogue, sums are added up on another way than the one that found them.
 */
public final class QaRules implements Rules<QaRules.Input, Validation> {
    private final RuleCatalogue catalogue;
    private final KnownLaw law;

    public QaRules(RuleCatalogue catalogue, KnownLaw law) {
        this.catalogue = catalogue;
        this.law = law;
    }

    /**
     * What is to be checked.
     *
     * @param books every SIE file of the case
     */
    public record Input(
            ComplianceCase compliance,
            RegulatoryRequirements requirements,
            Implementation implementation,
            List<SieFile> books) {}

    @Override
    public Validation answer(Input input) {
        List<Check> checks = new ArrayList<>();
        checks.add(rules(input));
        checks.add(grounds(input));
        checks.addAll(SecondSums.of(input.books(), input.compliance().findings()));
        if (!input.implementation().files().isEmpty()) {
            List<String> problems = BundleCheck.problemsIn(input.implementation().files());
            checks.add(new Check(
                    "ERPNext-paketet",
                    problems.isEmpty(),
                    problems.isEmpty()
                            ? input.implementation().files().size() + " filer lästa om utan anmärkning"
                            : String.join("; ", problems)));
        }
        return new Validation(checks, List.of());
    }

    private Check rules(Input input) {
        List<String> unknown = new ArrayList<>();
        for (Finding finding : input.compliance().findings()) {
            boolean isOfCatalogue = catalogue
                    .find(finding.rule().id())
                    .filter(finding.rule()::equals)
                    .isPresent();
            if (!isOfCatalogue) {
                unknown.add(finding.rule().id());
            }
        }
        return new Check(
                "Varje iakttagelse hör till en regel i katalogen",
                unknown.isEmpty(),
                unknown.isEmpty()
                        ? input.compliance().findings().size() + " iakttagelser"
                        : "saknas: " + String.join(", ", unknown));
    }

    private Check grounds(Input input) {
        Set<String> unknown = new LinkedHashSet<>();
        input.requirements().requirements().stream()
                .filter(requirement -> requirement.source() == Source.RULES)
                .forEach(requirement -> unknown.addAll(law.unknownIn(requirement.ground())));
        for (Finding finding : input.compliance().findings()) {
            for (String part : finding.rule().ground().split(";", -1)) {
                unknown.addAll(law.unknownIn(part));
            }
        }
        return new Check(
                "Varje lagrum finns i katalogen",
                unknown.isEmpty(),
                unknown.isEmpty() ? "inga okända lagrum" : "okända: " + String.join(", ", unknown));
    }

    @Override
    public List<Question> questions(Input input, Validation answer) {
        if (input.compliance().findings().isEmpty()) {
            return List.of();
        }
        return List.of(new Question(
                "",
                Map.of(
                        "inputs",
                        CaseText.inputs(input.compliance()),
                        "findings",
                        CaseText.findings(input.compliance()))));
    }

    /** A model's doubt stands beside the finding it is about. */
    @Override
    public Checked<Validation> check(Input input, Validation own, List<JsonNode> replies) {
        ModelStatements statements = new ModelStatements(law, CaseText.all(input.compliance()));
        Set<String> ids = new LinkedHashSet<>();
        for (int index = 0; index < input.compliance().findings().size(); index++) {
            ids.add(ComplianceCase.id(index));
        }
        List<Concern> concerns = new ArrayList<>();
        for (JsonNode reply : replies) {
            for (JsonNode item : reply.path("concerns")) {
                Optional<String> finding = statements.oneOf(item, "finding", ids);
                finding.flatMap(id -> statements.text(item, "problem"))
                        .ifPresent(problem -> concerns.add(new Concern(finding.get(), problem, Source.MODEL)));
            }
        }
        return new Checked<>(
                new Validation(own.checks(), concerns), concerns.size(), statements.dropped(), List.of());
    }
}
