package dev.llmagents.report.svea;

import dev.llmagents.report.Ink;
import dev.llmagents.report.RunFacts;
import dev.llmagents.report.TextPage;
import dev.llmagents.report.WhoAnswered;
import dev.llmagents.report.clean.PlainText;
import dev.llmagents.report.svea.ComplianceWords.Phrase;
import dev.llmagents.team.svea.CaseInput;
import dev.llmagents.team.svea.ComplianceCase;
import dev.llmagents.team.svea.ComplianceReport;
import dev.llmagents.team.svea.Overview;
import dev.llmagents.team.svea.RegulatoryRequirements.Requirement;
import dev.llmagents.team.svea.Statement;
import dev.llmagents.team.svea.Validation;
import dev.llmagents.team.svea.rule.Coverage;
import dev.llmagents.team.svea.rule.Finding;
import dev.llmagents.team.svea.rule.Severity;
import java.util.List;
import java.util.Map;

/** A report as text for a terminal: the verdict first, then what to do, then every finding. Safe for threads. */
final class ComplianceText implements ComplianceRenderer {
    private static final int MOST_OF_A_RULE = 5;
    private static final int TEXT = 600;
    private static final int LEAD = 9;

    private final ComplianceWords words;
    private final int width;
    private final boolean colour;

    ComplianceText(ComplianceWords words, int width, boolean colour) {
        this.words = words;
        this.width = width;
        this.colour = colour;
    }

    @Override
    public String render(JudgedReport judged, RunFacts facts) {
        TextPage page = new TextPage(width, colour);
        ComplianceReport report = judged.report();
        opening(page, judged);
        priorities(page, report.overview());
        findings(page, judged);
        advice(page, report.overview());
        requirements(page, report);
        erp(page, report);
        validation(page, report.validation());
        coverage(page, report.compliance());
        page.blank();
        judged.notes().forEach(note -> page.prose(0, PlainText.of(note, TEXT), Ink.YELLOW));
        page.prose(0, words.say(Phrase.NOT_ADVICE), Ink.DIM);
        page.prose(0, WhoAnswered.always(facts, words.language()), Ink.DIM);
        return page.toString();
    }

    private void opening(TextPage page, JudgedReport judged) {
        ComplianceReport report = judged.report();
        ComplianceCase compliance = report.compliance();
        String company = compliance.company().name().orElse("");
        page.prose(0, words.say(Phrase.TITLE) + (company.isEmpty() ? "" : ": " + PlainText.of(company, 120)), Ink.BOLD);
        for (CaseInput input : compliance.inputs()) {
            String summary = input.summary().isEmpty() ? "" : ", " + input.summary();
            page.prose(0, PlainText.of(input.name() + ": " + input.kind() + summary, TEXT), Ink.DIM);
        }
        page.prose(0, words.say(Phrase.AS_OF) + " " + compliance.asOf(), Ink.DIM);
        page.blank();
        Ink ink = judged.open(Severity.FEL) > 0 ? Ink.RED : judged.open(Severity.VARNING) > 0 ? Ink.YELLOW : Ink.GREEN;
        page.prose(0, judged.sentence() + ".", ink);
        for (Statement sentence : report.overview().summary()) {
            page.prose(0, PlainText.of(sentence.text(), TEXT) + words.mark(sentence.source()), Ink.PLAIN);
        }
    }

    private void heading(TextPage page, Phrase phrase) {
        page.blank();
        page.prose(0, words.say(phrase), Ink.BOLD);
    }

    private void priorities(TextPage page, Overview overview) {
        if (overview.priorities().isEmpty()) {
            return;
        }
        heading(page, Phrase.PRIORITIES);
        for (Overview.Priority priority : overview.priorities()) {
            page.hanging("  " + priority.rank() + ". ", 5, 5, PlainText.of(priority.action(), TEXT), Ink.PLAIN);
        }
    }

    private void findings(TextPage page, JudgedReport judged) {
        heading(page, Phrase.FINDINGS);
        if (judged.findings().isEmpty()) {
            page.prose(2, words.say(Phrase.NO_FINDINGS), Ink.PLAIN);
        }
        for (Map.Entry<String, List<Integer>> rule :
                judged.report().compliance().byRule().entrySet()) {
            List<Integer> indices = rule.getValue();
            for (int at = 0; at < Math.min(indices.size(), MOST_OF_A_RULE); at++) {
                finding(page, judged, indices.get(at));
            }
            Finding first = judged.findings().get(indices.get(0));
            if (indices.size() > MOST_OF_A_RULE) {
                page.prose(LEAD, "… " + (indices.size() - MOST_OF_A_RULE) + " " + words.say(Phrase.MORE), Ink.DIM);
            }
            String ground = first.rule().printedGround();
            page.prose(
                    LEAD,
                    rule.getKey()
                            + (ground.isEmpty() ? "" : " · " + ground)
                            + (first.suggestion().isEmpty() ? "" : " · " + PlainText.of(first.suggestion(), TEXT)),
                    Ink.DIM);
        }
    }

    private void finding(TextPage page, JudgedReport judged, int index) {
        Finding finding = judged.findings().get(index);
        String label = finding.severity() == Severity.EJ_BEDOMT
                ? "ej bed."
                : finding.severity().label();
        String lead = label + " ".repeat(Math.max(1, LEAD - label.length()));
        String accepted = judged.acceptance(index)
                .map(entry -> " [" + words.say(Phrase.ACCEPTED) + ": " + PlainText.of(entry.by(), 60) + "]")
                .orElse("");
        page.hanging(
                page.inked(lead, ink(finding.severity())),
                LEAD,
                LEAD,
                PlainText.of(finding.message(), TEXT) + ". "
                        + PlainText.of(FindingPlace.of(finding.place(), words), TEXT) + accepted,
                accepted.isEmpty() ? Ink.PLAIN : Ink.DIM);
    }

    private static Ink ink(Severity severity) {
        return switch (severity) {
            case FEL -> Ink.RED;
            case VARNING -> Ink.YELLOW;
            case INFO -> Ink.CYAN;
            case EJ_BEDOMT -> Ink.DIM;
        };
    }

    private void advice(TextPage page, Overview overview) {
        if (overview.advice().isEmpty()) {
            return;
        }
        heading(page, Phrase.ADVICE);
        for (Overview.Advice advice : overview.advice()) {
            String law = advice.law().map(ground -> " (" + ground + ")").orElse("");
            String quote = advice.quote().map(text -> " ”" + text + "”").orElse("");
            page.hanging("  - ", 4, 4, PlainText.of(advice.text() + law + quote, 2 * TEXT), Ink.PLAIN);
        }
    }

    private void requirements(TextPage page, ComplianceReport report) {
        List<Requirement> requirements = report.requirements().requirements();
        if (requirements.isEmpty()) {
            return;
        }
        heading(page, Phrase.REQUIREMENTS);
        for (Requirement requirement : requirements) {
            String deadline = requirement.deadline().map(when -> ", " + when).orElse("");
            String broken = requirement.findings().isEmpty()
                    ? ""
                    : ", " + words.say(Phrase.NOT_MET) + " " + String.join(", ", first(requirement.findings()));
            String ground = requirement.ground().isEmpty() ? "" : " · " + PlainText.of(requirement.ground(), TEXT);
            page.hanging(
                    "  - ",
                    4,
                    4,
                    PlainText.of(requirement.text(), TEXT) + " ("
                            + words.say(requirement.isMandatory() ? Phrase.MANDATORY : Phrase.OPTIONAL) + deadline
                            + broken + ")" + ground + words.mark(requirement.source()),
                    Ink.PLAIN);
        }
    }

    private static List<String> first(List<String> ids) {
        return ids.size() <= MOST_OF_A_RULE ? ids : ids.subList(0, MOST_OF_A_RULE);
    }

    private void erp(TextPage page, ComplianceReport report) {
        if (report.compliance().company().accounts().isEmpty()) {
            return;
        }
        heading(page, Phrase.ERP);
        StringBuilder modules = new StringBuilder();
        report.design()
                .modules()
                .forEach(module -> modules.append(modules.isEmpty() ? "" : ", ")
                        .append(PlainText.of(module.name(), 60))
                        .append(words.mark(module.source())));
        page.prose(2, words.say(Phrase.MODULES) + ": " + modules, Ink.PLAIN);
        statements(page, Phrase.CUSTOMISATIONS, report.design().customisations());
        statements(page, Phrase.INTEGRATIONS, report.design().integrations());
    }

    private void statements(TextPage page, Phrase title, List<Statement> statements) {
        page.prose(2, words.say(title) + ":", Ink.PLAIN);
        for (Statement statement : statements) {
            page.hanging(
                    "  - ", 4, 4, PlainText.of(statement.text(), TEXT) + words.mark(statement.source()), Ink.PLAIN);
        }
    }

    private void validation(TextPage page, Validation validation) {
        heading(page, Phrase.VALIDATION);
        for (Validation.Check check : validation.checks()) {
            page.hanging(
                    check.isPassed() ? page.inked("  ok  ", Ink.GREEN) : page.inked("  !   ", Ink.RED),
                    6,
                    6,
                    PlainText.of(check.name() + ": " + check.detail(), TEXT),
                    Ink.PLAIN);
        }
        for (Validation.Concern concern : validation.concerns()) {
            page.hanging(
                    "  ?   ",
                    6,
                    6,
                    PlainText.of(concern.finding() + ": " + concern.problem(), TEXT) + words.mark(concern.source()),
                    Ink.PLAIN);
        }
    }

    private void coverage(TextPage page, ComplianceCase compliance) {
        heading(page, Phrase.COVERAGE);
        for (Map.Entry<String, List<Coverage>> input : compliance.coverage().entrySet()) {
            long ran = input.getValue().stream()
                    .filter(coverage -> coverage.state() == Coverage.State.RAN)
                    .count();
            page.prose(2, PlainText.of(input.getKey(), 120) + ": " + ran + " " + words.say(Phrase.RAN), Ink.PLAIN);
            for (Coverage coverage : input.getValue()) {
                if (coverage.state() == Coverage.State.NOT_ASSESSED) {
                    page.prose(
                            4,
                            words.say(Phrase.NOT_ASSESSED) + " " + coverage.ruleId() + ": "
                                    + PlainText.of(coverage.reason(), TEXT),
                            Ink.DIM);
                }
            }
        }
    }
}
