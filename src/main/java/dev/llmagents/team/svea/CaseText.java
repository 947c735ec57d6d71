package dev.llmagents.team.svea;

import dev.llmagents.team.svea.rule.Coverage;
import dev.llmagents.team.svea.rule.Finding;
import dev.llmagents.team.svea.rule.Severity;
import java.util.List;
import java.util.Map;

/** A case as text, for prompts and for the checks of what a model makes of it: the model sees this and nothing else. */
final class CaseText {
    private static final int MOST_FINDINGS = 80;
    private static final int MOST_OF_A_RULE = 6;
    private static final int MOST_PROSE = 12_000;

    private CaseText() {}

    /** Inputs and company. */
    static String inputs(ComplianceCase of) {
        StringBuilder text = new StringBuilder();
        for (CaseInput input : of.inputs()) {
            text.append(input.name()).append(": ").append(input.kind());
            text.append(input.summary().isEmpty() ? "" : ", " + input.summary()).append('\n');
        }
        CompanyFacts company = of.company();
        company.name().ifPresent(name -> text.append("Företag: ").append(name).append('\n'));
        company.form().ifPresent(form -> text.append("Företagsform: ").append(form).append('\n'));
        company.yearStart().ifPresent(start -> text.append("Räkenskapsår: ")
                .append(start)
                .append("–")
                .append(company.yearEnd().map(Object::toString).orElse("?"))
                .append('\n'));
        for (Map.Entry<String, String> figure : company.figures().entrySet()) {
            text.append(figure.getKey()).append(": ").append(figure.getValue()).append('\n');
        }
        return text.append("Bedömt per: ").append(of.asOf()).append('\n').toString();
    }

    /** A line for each finding, those of one rule cut after some, and what could not be assessed. */
    static String findings(ComplianceCase of) {
        StringBuilder text = new StringBuilder();
        for (Severity severity : Severity.values()) {
            text.append(severity.label()).append(": ").append(of.count(severity)).append('\n');
        }
        int lines = 0;
        for (List<Integer> indices : of.byRule().values()) {
            for (int at = 0; at < indices.size() && at < MOST_OF_A_RULE && lines < MOST_FINDINGS; at++, lines++) {
                int index = indices.get(at);
                line(text, ComplianceCase.id(index), of.findings().get(index));
            }
        }
        if (of.findings().isEmpty()) {
            text.append("Inga iakttagelser.\n");
        }
        for (Map.Entry<String, List<Coverage>> input : of.coverage().entrySet()) {
            for (Coverage coverage : input.getValue()) {
                if (coverage.state() == Coverage.State.NOT_ASSESSED) {
                    text.append("Ej bedömt ")
                            .append(coverage.ruleId())
                            .append(' ')
                            .append(input.getKey())
                            .append(": ")
                            .append(coverage.reason())
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String id, Finding finding) {
        text.append(id).append(' ').append(finding.severity().label()).append(' ');
        text.append(finding.rule().id()).append(' ').append(finding.place().file());
        finding.place().line().ifPresent(number -> text.append(" rad ").append(number));
        text.append(": ").append(finding.message());
        if (!finding.rule().ground().isEmpty()) {
            text.append(" | ").append(finding.rule().printedGround());
        }
        text.append('\n');
    }

    /** The prose of the inputs, cut where it gets long. */
    static String prose(ComplianceCase of) {
        StringBuilder text = new StringBuilder();
        for (CaseInput input : of.inputs()) {
            if (!input.text().isBlank() && text.length() < MOST_PROSE) {
                text.append("== ").append(input.name()).append('\n');
                String words = input.text().strip();
                text.append(words, 0, Math.min(words.length(), MOST_PROSE - Math.min(text.length(), MOST_PROSE)));
                text.append('\n');
            }
        }
        return text.toString();
    }

    /** Everything together: what numbers and quotes of a model are held against. */
    static String all(ComplianceCase of) {
        return inputs(of) + findings(of) + prose(of);
    }
}
