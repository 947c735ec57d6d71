package dev.llmagents.report.svea;

import dev.llmagents.report.HtmlPage;
import dev.llmagents.report.RunFacts;
import dev.llmagents.report.WhoAnswered;
import dev.llmagents.report.clean.HtmlText;
import dev.llmagents.report.svea.ComplianceWords.Phrase;
import dev.llmagents.team.svea.CaseInput;
import dev.llmagents.team.svea.ComplianceCase;
import dev.llmagents.team.svea.ComplianceReport;
import dev.llmagents.team.svea.Overview;
import dev.llmagents.team.svea.RegulatoryRequirements.Requirement;
import dev.llmagents.team.svea.Statement;
import dev.llmagents.team.svea.Validation;
import dev.llmagents.team.svea.rule.Coverage;
import dev.llmagents.team.svea.rule.Family;
import dev.llmagents.team.svea.rule.Finding;
import dev.llmagents.team.svea.rule.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report as one page that needs nothing else, for an auditor to hand over: verdict first, every finding with its ground. */
final class ComplianceHtml implements ComplianceRenderer {
    private static final int TEXT = 600;

    private final ComplianceWords words;

    ComplianceHtml(ComplianceWords words) {
        this.words = words;
    }

    @Override
    public String render(JudgedReport judged, RunFacts facts) {
        StringBuilder out = new StringBuilder(32_768);
        ComplianceReport report = judged.report();
        ComplianceCase compliance = report.compliance();
        String company = compliance.company().name().orElse("");
        String title = words.say(Phrase.TITLE) + (company.isEmpty() ? "" : ": " + company);
        HtmlPage.open(out, words == ComplianceWords.SV ? "sv" : "en", text(title), List.of("meeting.css", "svea.css"));
        cover(out, judged, title);
        priorities(out, report.overview());
        findings(out, judged);
        advice(out, report.overview());
        requirements(out, report);
        erp(out, report);
        validation(out, report.validation());
        coverage(out, compliance);
        out.append("<footer>\n");
        judged.notes()
                .forEach(note ->
                        out.append("<p class=\"warning\">").append(text(note)).append("</p>\n"));
        out.append("<p>").append(HtmlText.escape(words.say(Phrase.NOT_ADVICE))).append("</p>\n<p>");
        out.append(HtmlText.escape(WhoAnswered.always(facts, words.language()))).append("</p>\n");
        facts.warnings()
                .forEach(warning -> out.append("<p class=\"warning\">")
                        .append(text(warning))
                        .append("</p>\n"));
        return out.append("</footer>\n</main>\n</body>\n</html>\n").toString();
    }

    private static String text(String text) {
        return HtmlText.of(text, TEXT);
    }

    private void cover(StringBuilder out, JudgedReport judged, String title) {
        ComplianceReport report = judged.report();
        ComplianceCase compliance = report.compliance();
        out.append("<header class=\"cover first\">\n<p class=\"eyebrow\">")
                .append(words.say(Phrase.AS_OF))
                .append(' ');
        out.append(compliance.asOf()).append("</p>\n<h1>").append(text(title)).append("</h1>\n");
        String tone = judged.open(Severity.FEL) > 0 ? "fel" : judged.open(Severity.VARNING) > 0 ? "varning" : "ok";
        out.append("<p class=\"verdict ").append(tone).append("\">");
        out.append(judged.sentence()).append(".</p>\n<ul class=\"tally\">");
        for (Severity severity : Severity.values()) {
            out.append("<li class=\"").append(style(severity)).append("\"><b>").append(judged.open(severity));
            out.append("</b> ").append(severity.label()).append("</li>");
        }
        out.append("</ul>\n");
        for (Statement sentence : report.overview().summary()) {
            out.append("<p>")
                    .append(text(sentence.text()))
                    .append(words.mark(sentence.source()))
                    .append("</p>\n");
        }
        out.append("<ul class=\"inputs\">");
        for (CaseInput input : compliance.inputs()) {
            out.append("<li><b>").append(text(input.name())).append("</b> ").append(text(input.kind()));
            out.append(input.summary().isEmpty() ? "" : ": " + text(input.summary()))
                    .append("</li>");
        }
        out.append("</ul>\n");
        if (!compliance.company().figures().isEmpty()) {
            out.append("<dl class=\"figures\">");
            compliance
                    .company()
                    .figures()
                    .forEach((name, value) -> out.append("<div><dt>")
                            .append(text(name))
                            .append("</dt><dd>")
                            .append(text(value))
                            .append("</dd></div>"));
            out.append("</dl>\n");
        }
        out.append("</header>\n");
    }

    private static String style(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void open(StringBuilder out, Phrase phrase) {
        out.append("<section>\n<h2>").append(words.say(phrase)).append("</h2>\n");
    }

    private void priorities(StringBuilder out, Overview overview) {
        if (overview.priorities().isEmpty()) {
            return;
        }
        open(out, Phrase.PRIORITIES);
        out.append("<ol>\n");
        overview.priorities()
                .forEach(priority ->
                        out.append("<li>").append(text(priority.action())).append("</li>\n"));
        out.append("</ol>\n</section>\n");
    }

    private void findings(StringBuilder out, JudgedReport judged) {
        open(out, Phrase.FINDINGS);
        if (judged.findings().isEmpty()) {
            out.append("<p>").append(words.say(Phrase.NO_FINDINGS)).append("</p>\n");
        }
        for (Family family : Family.values()) {
            boolean any = judged.findings().stream()
                    .anyMatch(finding -> finding.rule().family() == family);
            if (any) {
                out.append("<h3>").append(family.title()).append("</h3>\n<table class=\"findings\">\n<tbody>\n");
                for (int index = 0; index < judged.findings().size(); index++) {
                    if (judged.findings().get(index).rule().family() == family) {
                        finding(out, judged, index);
                    }
                }
                out.append("</tbody>\n</table>\n");
            }
        }
        out.append("</section>\n");
    }

    private void finding(StringBuilder out, JudgedReport judged, int index) {
        Finding finding = judged.findings().get(index);
        out.append("<tr id=\"").append(ComplianceCase.id(index)).append("\"><td><span class=\"pill ");
        out.append(style(finding.severity()))
                .append("\">")
                .append(finding.severity().label())
                .append("</span>");
        judged.acceptance(index)
                .ifPresent(entry -> out.append("<br><span class=\"muted\">")
                        .append(words.say(Phrase.ACCEPTED))
                        .append(": ")
                        .append(text(entry.by() + ", " + entry.reason()))
                        .append("</span>"));
        out.append("</td><td><b>").append(text(finding.message())).append("</b>");
        if (!finding.suggestion().isEmpty()) {
            out.append("<br>").append(text(finding.suggestion()));
        }
        if (!finding.evidence().isEmpty()) {
            out.append("<details><summary>").append(words.say(Phrase.EVIDENCE)).append("</summary><dl>");
            finding.evidence()
                    .forEach((name, value) -> out.append("<dt>")
                            .append(text(name))
                            .append("</dt><dd>")
                            .append(text(value))
                            .append("</dd>"));
            out.append("</dl></details>");
        }
        out.append("</td><td class=\"where\">").append(ComplianceCase.id(index)).append(" · ");
        out.append(finding.rule().id()).append("<br>").append(text(FindingPlace.of(finding.place(), words)));
        out.append("<br>").append(text(finding.rule().printedGround())).append("</td></tr>\n");
    }

    private void advice(StringBuilder out, Overview overview) {
        if (overview.advice().isEmpty()) {
            return;
        }
        open(out, Phrase.ADVICE);
        out.append("<ul>\n");
        for (Overview.Advice advice : overview.advice()) {
            out.append("<li>").append(text(advice.text()));
            advice.law().ifPresent(law -> out.append(" (").append(text(law)).append(')'));
            advice.quote()
                    .ifPresent(quote -> out.append(" <q>").append(text(quote)).append("</q>"));
            out.append("</li>\n");
        }
        out.append("</ul>\n</section>\n");
    }

    private void requirements(StringBuilder out, ComplianceReport report) {
        List<Requirement> requirements = report.requirements().requirements();
        if (requirements.isEmpty()) {
            return;
        }
        open(out, Phrase.REQUIREMENTS);
        out.append("<table class=\"findings\">\n<tbody>\n");
        for (Requirement requirement : requirements) {
            out.append("<tr><td>").append(words.say(requirement.isMandatory() ? Phrase.MANDATORY : Phrase.OPTIONAL));
            out.append("</td><td><b>").append(text(requirement.text())).append("</b>");
            out.append(words.mark(requirement.source())).append("<br>").append(text(requirement.impact()));
            out.append("</td><td class=\"where\">")
                    .append(text(requirement.deadline().orElse("")));
            out.append("<br>").append(text(requirement.ground()));
            for (String id : requirement.findings().stream().limit(5).toList()) {
                out.append(" <a href=\"#").append(id).append("\">").append(id).append("</a>");
            }
            out.append("</td></tr>\n");
        }
        out.append("</tbody>\n</table>\n</section>\n");
    }

    private void erp(StringBuilder out, ComplianceReport report) {
        if (report.compliance().company().accounts().isEmpty()) {
            return;
        }
        open(out, Phrase.ERP);
        out.append("<h3>").append(words.say(Phrase.MODULES)).append("</h3>\n<ul>\n");
        report.design()
                .modules()
                .forEach(module -> out.append("<li><b>")
                        .append(text(module.name()))
                        .append("</b> ")
                        .append(text(
                                module.purpose().isEmpty() ? module.why() : module.purpose() + ": " + module.why()))
                        .append(words.mark(module.source()))
                        .append("</li>\n"));
        out.append("</ul>\n");
        statements(out, Phrase.CUSTOMISATIONS, report.design().customisations());
        statements(out, Phrase.INTEGRATIONS, report.design().integrations());
        out.append("</section>\n");
    }

    private void statements(StringBuilder out, Phrase title, List<Statement> statements) {
        out.append("<h3>").append(words.say(title)).append("</h3>\n<ul>\n");
        statements.forEach(statement -> out.append("<li>")
                .append(text(statement.text()))
                .append(words.mark(statement.source()))
                .append("</li>\n"));
        out.append("</ul>\n");
    }

    private void validation(StringBuilder out, Validation validation) {
        open(out, Phrase.VALIDATION);
        out.append("<ul class=\"checks\">\n");
        for (Validation.Check check : validation.checks()) {
            out.append("<li class=\"")
                    .append(check.isPassed() ? "passed" : "failed")
                    .append("\">");
            out.append(text(check.name() + ": " + check.detail())).append("</li>\n");
        }
        out.append("</ul>\n");
        if (!validation.concerns().isEmpty()) {
            out.append("<h3>").append(words.say(Phrase.CONCERNS)).append("</h3>\n<ul>\n");
            validation
                    .concerns()
                    .forEach(concern -> out.append("<li><a href=\"#")
                            .append(concern.finding())
                            .append("\">")
                            .append(concern.finding())
                            .append("</a> ")
                            .append(text(concern.problem()))
                            .append("</li>\n"));
            out.append("</ul>\n");
        }
        out.append("</section>\n");
    }

    private void coverage(StringBuilder out, ComplianceCase compliance) {
        open(out, Phrase.COVERAGE);
        for (Map.Entry<String, List<Coverage>> input : compliance.coverage().entrySet()) {
            StringBuilder ran = new StringBuilder();
            for (Coverage coverage : input.getValue()) {
                if (coverage.state() == Coverage.State.RAN) {
                    ran.append(ran.isEmpty() ? "" : ", ").append(coverage.ruleId());
                }
            }
            out.append("<details><summary>").append(text(input.getKey())).append("</summary><p>");
            out.append(words.say(Phrase.RAN)).append(": ").append(ran).append("</p><ul>");
            for (Coverage coverage : input.getValue()) {
                if (coverage.state() == Coverage.State.NOT_ASSESSED) {
                    out.append("<li>")
                            .append(words.say(Phrase.NOT_ASSESSED))
                            .append(' ')
                            .append(coverage.ruleId());
                    out.append(": ").append(text(coverage.reason())).append("</li>");
                }
            }
            out.append("</ul></details>\n");
        }
        out.append("</section>\n");
    }
}
