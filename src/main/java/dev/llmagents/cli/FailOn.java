package dev.llmagents.cli;

import dev.llmagents.prompt.LintFinding;
import dev.llmagents.team.felicia.Validation;
import dev.llmagents.team.meetmind.QualityReport.Verdict;
import dev.llmagents.team.svea.rule.Severity;
import java.util.function.ToLongFunction;

/** From which verdict on a command fails. */
enum FailOn {
    NEVER,
    ERROR,
    WARNING;

    boolean fails(Verdict verdict) {
        return switch (this) {
            case NEVER -> false;
            case ERROR -> verdict == Verdict.POOR;
            case WARNING -> verdict != Verdict.GOOD;
        };
    }

    /** @param open how many findings of a severity nobody has accepted */
    boolean fails(ToLongFunction<Severity> open) {
        return switch (this) {
            case NEVER -> false;
            case ERROR -> open.applyAsLong(Severity.FEL) > 0;
            case WARNING -> open.applyAsLong(Severity.FEL) + open.applyAsLong(Severity.VARNING) > 0;
        };
    }

    boolean fails(LintFinding.Severity severity) {
        return switch (this) {
            case NEVER -> false;
            case ERROR -> severity == LintFinding.Severity.ERROR;
            case WARNING -> true;
        };
    }

    boolean fails(Validation.Verdict verdict) {
        return switch (this) {
            case NEVER -> false;
            case ERROR -> verdict == Validation.Verdict.REJECTED;
            case WARNING -> verdict != Validation.Verdict.APPROVED;
        };
    }
}
