package dev.llmagents.cli;

import dev.llmagents.team.meetmind.QualityReport.Verdict;

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
}
