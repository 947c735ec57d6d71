package dev.llmagents.team.svea;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.agent.Checked;
import dev.llmagents.agent.Question;
import dev.llmagents.agent.Rules;
import dev.llmagents.agent.Source;
import dev.llmagents.team.svea.Overview.Advice;
import dev.llmagents.team.svea.Overview.Priority;
import dev.llmagents.team.svea.Overview.Regulation;
import dev.llmagents.team.svea.Overview.Verdict;
import dev.llmagents.team.svea.check.ModelStatements;
import dev.llmagents.team.svea.law.KnownLaw;
import dev.llmagents.team.svea.rule.Coverage;
import dev.llmagents.team.svea.rule.Family;
import dev.llmagents.team.svea.rule.Finding;
import dev.llmagents.team.svea.rule.RuleCatalogue;
import dev.llmagents.team.svea.rule.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code coordinate_compliance}: which regulations apply, what comes first, and the case in a few sentences. */
public final class CoordinatorRules implements Rules<ComplianceCase, Overview> {
    private static final int MOST_PRIORITIES = 5;
    private static final int MOST_ADVICE = 10;

    private final RuleCatalogue catalogue;
    private final KnownLaw law;

    public CoordinatorRules(RuleCatalogue catalogue, KnownLaw law) {
        this.catalogue = catalogue;
        this.law = law;
    }

    @Override
    public Overview answer(ComplianceCase input) {
        Verdict verdict = verdict(input);
        return new Overview(verdict, regulations(input), summary(input, verdict), priorities(input), List.of());
    }

    private static Verdict verdict(ComplianceCase input) {
        if (input.count(Severity.FEL) > 0) {
            return Verdict.ERRORS;
        }
        if (input.count(Severity.VARNING) > 0) {
            return Verdict.WARNINGS;
        }
        boolean anyRan = input.coverage().values().stream()
                .flatMap(List::stream)
                .anyMatch(coverage -> coverage.state() == Coverage.State.RAN);
        return anyRan ? Verdict.CLEAN : Verdict.NOTHING;
    }

    /** The families whose rules ran, each with how many rules it was judged by and what came of them. */
    private List<Regulation> regulations(ComplianceCase input) {
        Map<Family, Set<String>> ran = new EnumMap<>(Family.class);
        for (List<Coverage> covered : input.coverage().values()) {
            for (Coverage coverage : covered) {
                if (coverage.state() == Coverage.State.RAN) {
                    ran.computeIfAbsent(catalogue.get(coverage.ruleId()).family(), family -> new LinkedHashSet<>())
                            .add(coverage.ruleId());
                }
            }
        }
        List<Regulation> regulations = new ArrayList<>();
        for (Map.Entry<Family, Set<String>> family : ran.entrySet()) {
            long found = input.findings().stream()
                    .filter(finding -> finding.rule().family() == family.getKey())
                    .count();
            regulations.add(new Regulation(
                    family.getKey().title(),
                    family.getValue().size() + " regler prövade, " + found
                            + (found == 1 ? " iakttagelse" : " iakttagelser"),
                    Source.RULES));
        }
        return regulations;
    }

    private static List<Statement> summary(ComplianceCase input, Verdict verdict) {
        List<String> sentences = new ArrayList<>();
        sentences.add(input.count(Severity.FEL) + " fel, " + input.count(Severity.VARNING)
                + (input.count(Severity.VARNING) == 1 ? " varning" : " varningar") + " och "
                + input.count(Severity.INFO) + (input.count(Severity.INFO) == 1 ? " upplysning." : " upplysningar."));
        if (verdict == Verdict.ERRORS) {
            Finding first = input.findings().get(0);
            sentences.add("Tyngst väger: " + first.message() + ".");
        }
        return Statement.ofRules(sentences);
    }

    /** The rules with findings that gate, heaviest first, then those that were broken most often. */
    private static List<Priority> priorities(ComplianceCase input) {
        List<Map.Entry<String, List<Integer>>> rules = new ArrayList<>(input.byRule().entrySet());
        rules.removeIf(rule -> severity(input, rule.getValue()).compareTo(Severity.VARNING) > 0);
        rules.sort((one, other) -> {
            int bySeverity = severity(input, one.getValue()).compareTo(severity(input, other.getValue()));
            return bySeverity != 0
                    ? bySeverity
                    : Integer.compare(other.getValue().size(), one.getValue().size());
        });
        List<Priority> priorities = new ArrayList<>();
        for (Map.Entry<String, List<Integer>> rule : rules) {
            if (priorities.size() == MOST_PRIORITIES) {
                break;
            }
            Finding first = input.findings().get(rule.getValue().get(0));
            int more = rule.getValue().size() - 1;
            String what = first.message() + (more > 0 ? " (och " + more + " till)" : "");
            String action = first.suggestion().isEmpty() ? what + "." : what + ". " + first.suggestion();
            priorities.add(new Priority(
                    priorities.size() + 1,
                    rule.getKey(),
                    rule.getValue().stream().map(ComplianceCase::id).toList(),
                    action,
                    Source.RULES));
        }
        return priorities;
    }

    private static Severity severity(ComplianceCase input, List<Integer> findings) {
        return input.findings().get(findings.get(0)).severity();
    }

    @Override
    public List<Question> questions(ComplianceCase input, Overview answer) {
        return List.of(new Question(
                "",
                Map.of(
                        "inputs",
                        CaseText.inputs(input),
                        "findings",
                        CaseText.findings(input),
                        "prose",
                        CaseText.prose(input))));
    }

    /** Adds a model's sentences and advice; verdict, regulations that ran and the order of what to do stay the rules'. */
    @Override
    public Checked<Overview> check(ComplianceCase input, Overview own, List<JsonNode> replies) {
        ModelStatements statements = new ModelStatements(law, CaseText.all(input));
        List<String> summary = new ArrayList<>();
        List<Advice> advice = new ArrayList<>();
        List<Regulation> regulations = new ArrayList<>(own.regulations());
        for (JsonNode reply : replies) {
            summary.addAll(statements.texts(reply.path("summary"), "text"));
            for (JsonNode item : reply.path("regulations")) {
                Optional<String> name = statements.text(item, "name");
                Optional<String> why = name.flatMap(known -> statements.text(item, "why"));
                if (why.isPresent()) {
                    regulations.add(new Regulation(name.get(), why.get(), Source.MODEL));
                }
            }
            for (JsonNode item : reply.path("advice")) {
                if (advice.size() < MOST_ADVICE) {
                    advice(statements, item).ifPresent(advice::add);
                }
            }
        }
        int added = summary.size() + advice.size() + regulations.size() - own.regulations().size();
        return new Checked<>(
                new Overview(
                        own.verdict(), regulations, Statement.merged(own.summary(), summary), own.priorities(), advice),
                added,
                statements.dropped(),
                List.of());
    }

    private static Optional<Advice> advice(ModelStatements statements, JsonNode item) {
        Optional<String> text = statements.text(item, "text");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> law = item.path("law").asText("").isBlank() ? Optional.empty() : statements.text(item, "law");
        if (item.path("quote").asText("").isBlank()) {
            return Optional.of(new Advice(text.get(), law, Optional.empty()));
        }
        // A quote nobody has written takes the advice with it: what it rests on is made up.
        return statements.quote(item, "quote").map(quote -> new Advice(text.get(), law, Optional.of(quote)));
    }
}
