package dev.llmagents.prompt;

/** A prompt file that cannot be used; the message names the file and the key. */
public final class PromptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PromptException(String message) {
        super(message);
    }

    public PromptException(String message, Throwable cause) {
        super(message, cause);
    }
}
