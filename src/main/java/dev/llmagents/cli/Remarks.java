package dev.llmagents.cli;

import dev.llmagents.report.TeamRun;
import java.util.ArrayList;
import java.util.List;

/** What the user should hear on standard error about a run, in any case one line about who answered. */
final class Remarks {
    private static final String KEYS =
            "set OPENAI_API_KEY, GOOGLE_API_KEY or AWS credentials (names and numbers are masked before they are sent), or"
                    + " OPENAI_BASE_URL to a model server on this machine.";

    private Remarks() {}

    /** Without the problems of inputs, which are told when they are met. */
    static List<String> of(TeamRun run) {
        List<String> remarks = new ArrayList<>(run.allWarnings());
        remarks.removeAll(run.problems());
        run.models()
                .closed()
                .ifPresent(reason -> remarks.add(
                        run.models().isRefused()
                                ? "The rules answered, as asked: no model was used."
                                : "The rules answered (" + reason + "). For a model's view as well, " + KEYS));
        return remarks;
    }

    /** The same of a workflow of the user's own, whose agents have no rules. */
    static List<String> ofWorkflow(TeamRun run) {
        List<String> remarks = new ArrayList<>(run.allWarnings());
        remarks.removeAll(run.problems());
        run.models()
                .closed()
                .ifPresent(reason -> remarks.add(
                        run.models().isRefused()
                                ? "No model was asked, as you wished, and a workflow has no rules that could answer instead:"
                                        + " no agent answered."
                                : "No agent answered (" + reason
                                        + "): a workflow has no rules that could answer instead. S" + KEYS.substring(1)
                                        + " To try it without one: --provider simulated."));
        return remarks;
    }
}
