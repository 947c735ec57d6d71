package dev.llmagents.mcp;

/** A tool could not do what it was asked for; the message is a sentence that says why and names the way out. */
public final class ToolFailure extends Exception {
    private static final long serialVersionUID = 1L;

    public ToolFailure(String message) {
        super(message);
    }

    public ToolFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
