package dev.llmagents.team.felicia.mission;

/** The file is not even YAML or JSON, or uses more of it than a mission needs. */
final class SyntaxProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    SyntaxProblem(int line, String message, Throwable cause) {
        super(message, cause);
        this.line = line;
    }

    SyntaxProblem(int line, String message) {
        super(message);
        this.line = line;
    }

    int line() {
        return line;
    }
}
