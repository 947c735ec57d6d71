package dev.llmagents.team.svea.sie;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The encodings in which SIE files are met. Only {@link #CP437} is legal in SIE 1 to 4 (5.8). */
public enum SieEncoding {
    CP437("PC8/CP437", Charset.forName("IBM437")),
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    WINDOWS_1252("Latin-1/Windows-1252", Charset.forName("windows-1252")),
    UTF_16("UTF-16", StandardCharsets.UTF_16);

    private final String label;
    private final Charset charset;

    SieEncoding(String label, Charset charset) {
        this.label = label;
        this.charset = charset;
    }

    public String label() {
        return label;
    }

    public Charset charset() {
        return charset;
    }
}
