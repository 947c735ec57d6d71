package dev.llmagents.prompt;

/** A prompt file that cannot be used; the message names the file and the key. */
public final class PromptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String code;

    public PromptException(String message) {
        this(message, null);
    }

    public PromptException(String message, Throwable cause) {
        super(message, cause);
        this.line = 0;
        this.code = "prompt";
    }

    private PromptException(String message, int line, String code) {
        super(message);
        this.line = line;
        this.code = code;
    }

    /**
     * A mistake at a known place.
     *
     * @param line from 1; 0 if unknown
     * @param code names the kind of mistake for programs
     * @param sentence says what is wrong, with its full stop
     */
    static PromptException at(String file, int line, String code, String sentence) {
        return new PromptException(file + (line > 0 ? ", line " + line : "") + ": " + sentence, line, code);
    }

    /** Where in its file, from 1; 0 if that is not known. */
    public int line() {
        return line;
    }

    /** A stable name of the kind of mistake. */
    public String code() {
        return code;
    }
}
