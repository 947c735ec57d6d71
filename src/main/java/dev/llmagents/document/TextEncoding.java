package dev.llmagents.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The encodings that texts are read in. */
public enum TextEncoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    UTF_16LE("UTF-16LE", StandardCharsets.UTF_16LE),
    UTF_16BE("UTF-16BE", StandardCharsets.UTF_16BE),
    /** What older Windows programs write; only told from ISO-8859-1 by its quotes and dashes. */
    WINDOWS_1252("windows-1252", Charset.forName("windows-1252")),
    ISO_8859_1("ISO-8859-1", StandardCharsets.ISO_8859_1);

    private final String label;
    private final Charset charset;

    TextEncoding(String label, Charset charset) {
        this.label = label;
        this.charset = charset;
    }

    /** The name of the encoding in the IANA registry. */
    public String label() {
        return label;
    }

    Charset charset() {
        return charset;
    }
}
