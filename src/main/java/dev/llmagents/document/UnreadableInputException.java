package dev.llmagents.document;

import java.io.IOException;

/** An input that cannot be used. The message is one sentence that names the input, the reason and the way out. */
public final class UnreadableInputException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What is wrong, for callers that treat reasons differently. */
    public enum Reason {
        /** Nothing is there under that name, or it is a folder, or reading it is not allowed or fails. */
        NO_FILE,
        /** Nothing in it but white space. */
        EMPTY,
        /** More bytes than the limit, packed or unpacked. */
        TOO_LARGE,
        /** Not text: a program, an image, a recording, a database. */
        BINARY,
        /** A document, but of a kind that is not read. */
        UNSUPPORTED_DOCUMENT,
        /** A web page, often an error or log-in page saved by mistake. */
        HTML_PAGE,
        /** Text in an encoding that cannot be told. */
        UNKNOWN_ENCODING,
        /** Of a known kind but broken or cut off. */
        DAMAGED,
        /** Of a known kind, but with something in it that is refused: a document type, entities, endless nesting. */
        REFUSED,
        /** Opens only with a password. */
        ENCRYPTED,
        /** Pages without text, as a scanner makes them. */
        IMAGE_ONLY,
        /** Readable, but not what was expected to be in it. */
        NO_CONTENT
    }

    public UnreadableInputException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public UnreadableInputException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
