package dev.llmagents.report.svea;

import dev.llmagents.report.RunFacts;
import dev.llmagents.report.WhoAnswered;
import dev.llmagents.report.clean.MarkdownText;
import dev.llmagents.report.svea.ComplianceWords.Phrase;
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

/** A report as markdown. Safe for threads. */
final class ComplianceMarkdown implements ComplianceRenderer {
    private static final int TEXT = 600;

    private final ComplianceWords words;

    ComplianceMarkdown(ComplianceWords words) {
        this.words = words;
    }

    @Override
    public String render(JudgedReport judged, RunFacts facts) {
        StringBuilder out = new StringBuilder(8_192);
        ComplianceReport report = judged.report();
        ComplianceCase compliance = report.compliance();
        out.append("# ").append(words.say(Phrase.TITLE));
        compliance.company().name().ifPresent(name -> out.append(": ").append(clean(name)));
        out.append("\n\n**").append(judged.sentence()).append(".**\n\n");
        out.append(judged.open(Severity.FEL)).append(" fel, ");
        out.append(judged.open(Severity.VARNING)).append(" varningar, ");
        out.append(judged.open(Severity.INFO)).append(" info. ");
        out.append(words.say(Phrase.AS_OF))
                .append(' ')
                .append(compliance.asOf())
                .append(".\n");
        for (Statement sentence : report.overview().summary()) {
            out.append("\n")
                    .append(clean(sentence.text()))
                    .append(words.mark(sentence.source()))
                    .append('\n');
        }
        priorities(out, report.overview());
        findings(out, judged);
        advice(out, report.overview());
        requirements(out, report);
        erp(out, report);
        validation(out, report.validation());
        coverage(out, compliance);
        judged.notes().forEach(note -> out.append("\n> ").append(clean(note)).append('\n'));
        out.append("\n---\n\n").append(words.say(Phrase.NOT_ADVICE)).append("\n\n");
        out.append(WhoAnswered.always(facts, words.language())).append('\n');
        return out.toString();
    }

    private static String clean(String text) {
        return MarkdownText.of(text, TEXT);
    }

    /** For a table: a bar would end the cell. */
    private static String cell(String text) {
        return clean(text).replace("\n", " ");
    }

    private void heading(StringBuilder out, Phrase phrase) {
        out.append("\n## ").append(words.say(phrase)).append("\n\n");
    }

    private void priorities(StringBuilder out, Overview overview) {
        if (!overview.priorities().isEmpty()) {
            heading(out, Phrase.PRIORITIES);
            overview.priorities()
                    .forEach(priority -> out.append(priority.rank())
                            .append(". ")
                            .append(clean(priority.action()))
                            .append('\n'));
        }
    }

    private void findings(StringBuilder out, JudgedReport judged) {
        heading(out, Phrase.FINDINGS);
        if (judged.findings().isEmpty()) {
            out.append(words.say(Phrase.NO_FINDINGS)).append('\n');
            return;
        }
        out.append("| | | ").append(words.say(Phrase.RULE)).append(" | ").append(words.say(Phrase.PLACE));
        out.append(" | ").append(words.say(Phrase.FINDINGS)).append(" | ").append(words.say(Phrase.GROUND));
        out.append(" |\n| --- | --- | --- | --- | --- | --- |\n");
        for (int index = 0; index < judged.findings().size(); index++) {
            Finding finding = judged.findings().get(index);
            out.append("| ")
                    .append(ComplianceCase.id(index))
                    .append(" | ")
                    .append(finding.severity().label());
            judged.acceptance(index)
                    .ifPresent(entry -> out.append(" (")
                            .append(words.say(Phrase.ACCEPTED))
                            .append(": ")
                            .append(cell(entry.by()))
                            .append(')'));
            out.append(" | ").append(finding.rule().id()).append(" | ");
            out.append(cell(FindingPlace.of(finding.place(), words))).append(" | ");
            out.append(cell(finding.message()));
            out.append(finding.suggestion().isEmpty() ? "" : ". *" + cell(finding.suggestion()) + "*");
            out.append(" | ").append(cell(finding.rule().printedGround())).append(" |\n");
        }
    }

    private void advice(StringBuilder out, Overview overview) {
        if (!overview.advice().isEmpty()) {
            heading(out, Phrase.ADVICE);
            for (Overview.Advice advice : overview.advice()) {
                out.append("- ").append(clean(advice.text()));
                advice.law()
                        .ifPresent(law -> out.append(" (").append(clean(law)).append(')'));
                advice.quote()
                        .ifPresent(
                                quote -> out.append(" ”").append(clean(quote)).append('”'));
                out.append('\n');
            }
        }
    }

    private void requirements(StringBuilder out, ComplianceReport report) {
        List<Requirement> requirements = report.requirements().requirements();
        if (requirements.isEmpty()) {
            return;
        }
        heading(out, Phrase.REQUIREMENTS);
        for (Requirement requirement : requirements) {
            out.append("- **").append(clean(requirement.text())).append("** (");
            out.append(words.say(requirement.isMandatory() ? Phrase.MANDATORY : Phrase.OPTIONAL));
            requirement.deadline().ifPresent(when -> out.append(", ").append(clean(when)));
            out.append("). ").append(clean(requirement.impact())).append('.');
            out.append(requirement.ground().isEmpty() ? "" : " " + clean(requirement.ground()) + ".");
            if (!requirement.findings().isEmpty()) {
                out.append(' ').append(words.say(Phrase.NOT_MET)).append(' ');
                out.append(String.join(", ", requirement.findings())).append('.');
            }
            out.append(words.mark(requirement.source())).append('\n');
        }
    }

    private void erp(StringBuilder out, ComplianceReport report) {
        if (report.compliance().company().accounts().isEmpty()) {
            return;
        }
        heading(out, Phrase.ERP);
        report.design()
                .modules()
                .forEach(module -> out.append("- ")
                        .append(clean(module.name()))
                        .append(": ")
                        .append(clean(module.why()))
                        .append(words.mark(module.source()))
                        .append('\n'));
        statements(out, Phrase.CUSTOMISATIONS, report.design().customisations());
        statements(out, Phrase.INTEGRATIONS, report.design().integrations());
    }

    private void statements(StringBuilder out, Phrase title, List<Statement> statements) {
        out.append("\n### ").append(words.say(title)).append("\n\n");
        statements.forEach(statement -> out.append("- ")
                .append(clean(statement.text()))
                .append(words.mark(statement.source()))
                .append('\n'));
    }

    private void validation(StringBuilder out, Validation validation) {
        heading(out, Phrase.VALIDATION);
        for (Validation.Check check : validation.checks()) {
            out.append(check.isPassed() ? "- ok: " : "- **!** ").append(clean(check.name() + ": " + check.detail()));
            out.append('\n');
        }
        for (Validation.Concern concern : validation.concerns()) {
            out.append("- ? ").append(clean(concern.finding() + ": " + concern.problem()));
            out.append(words.mark(concern.source())).append('\n');
        }
    }

    private void coverage(StringBuilder out, ComplianceCase compliance) {
        heading(out, Phrase.COVERAGE);
        for (Map.Entry<String, List<Coverage>> input : compliance.coverage().entrySet()) {
            out.append("- ").append(clean(input.getKey())).append(": ");
            StringBuilder ran = new StringBuilder();
            for (Coverage coverage : input.getValue()) {
                if (coverage.state() == Coverage.State.RAN) {
                    ran.append(ran.isEmpty() ? "" : ", ").append(coverage.ruleId());
                }
            }
            out.append(words.say(Phrase.RAN)).append(' ').append(ran).append('\n');
            for (Coverage coverage : input.getValue()) {
                if (coverage.state() == Coverage.State.NOT_ASSESSED) {
                    out.append("  - ").append(words.say(Phrase.NOT_ASSESSED)).append(' ');
                    out.append(coverage.ruleId())
                            .append(": ")
                            .append(clean(coverage.reason()))
                            .append('\n');
                }
            }
        }
    }
}
