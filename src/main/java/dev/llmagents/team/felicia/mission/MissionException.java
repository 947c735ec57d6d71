package dev.llmagents.team.felicia.mission;

import java.util.List;

/** A mission file that cannot be used. The message names the file, and line and key of the first problem. */
public final class MissionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<MissionProblem> problems;

    MissionException(String file, List<MissionProblem> problems) {
        super(message(file, problems));
        this.problems = List.copyOf(problems);
    }

    private static String message(String file, List<MissionProblem> problems) {
        MissionProblem first = problems.get(0);
        int more = problems.size() - 1;
        String others = more == 0 ? "" : " (and " + more + (more == 1 ? " more problem" : " more problems") + ")";
        return file + ", line " + first.line() + ": " + first.message() + others;
    }

    /** All that was found, in order of lines; never empty. */
    public List<MissionProblem> problems() {
        return problems;
    }
}
