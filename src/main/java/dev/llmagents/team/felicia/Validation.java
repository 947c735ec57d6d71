package dev.llmagents.team.felicia;

import java.util.List;

/**
 * Whether the plan may be followed.
 *
 * @param checks everything that was looked at again, failed or not
 * @param concerns of a model; they change no verdict
 */
public record Validation(List<Check> checks, List<Statement> concerns) {
    public Validation {
        checks = List.copyOf(checks);
        concerns = List.copyOf(concerns);
    }

    /** The worst of its checks. */
    public enum Verdict {
        APPROVED,
        APPROVED_WITH_WARNINGS,
        REJECTED
    }

    /** How a check came out, mildest first. */
    public enum Level {
        PASS,
        INFO,
        WARN,
        BLOCK
    }

    /** A check by a stable code; {@code detail} is a sentence with what was measured and allowed. */
    public record Check(String code, Level level, String detail) {}

    public Verdict verdict() {
        Verdict verdict = Verdict.APPROVED;
        for (Check check : checks) {
            if (check.level() == Level.BLOCK) {
                return Verdict.REJECTED;
            }
            verdict = check.level() == Level.WARN ? Verdict.APPROVED_WITH_WARNINGS : verdict;
        }
        return verdict;
    }

    /** The checks that weigh at least {@code level}, in their order. */
    public List<Check> from(Level level) {
        return checks.stream()
                .filter(check -> check.level().compareTo(level) >= 0)
                .toList();
    }
}
