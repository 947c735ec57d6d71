package dev.llmagents.app;

/** A setting that cannot be used; the message names where it stands, what is wrong and the way out. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }

    public SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
