package dev.llmagents.document;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Kinds of file that people hand over in place of a text, told by their first bytes.
 *
 * <p>The signatures are those of the formats' own specifications (PDF, PNG, ISO base media, RIFF, Matroska, Ogg, …).
 */
enum FileKind {
    PDF("a PDF document", Advice.EXPORT_TEXT),
    RTF("an RTF document", Advice.EXPORT_TEXT),
    OLD_OFFICE("an old or password-protected Office document", "save it as .docx or plain text, without a password"),
    PNG("a PNG image", Advice.EXPORT_TEXT),
    JPEG("a JPEG image", Advice.EXPORT_TEXT),
    GIF("a GIF image", Advice.EXPORT_TEXT),
    MP4("an MP4 or QuickTime video", Advice.TRANSCRIBE),
    M4A("an M4A recording", Advice.TRANSCRIBE),
    WEBM("a WebM or Matroska video", Advice.TRANSCRIBE),
    WAV("a WAV recording", Advice.TRANSCRIBE),
    AVI("an AVI video", Advice.TRANSCRIBE),
    WEBP("a WebP image", Advice.EXPORT_TEXT),
    MP3("an MP3 recording", Advice.TRANSCRIBE),
    OGG("an Ogg recording", Advice.TRANSCRIBE),
    FLAC("a FLAC recording", Advice.TRANSCRIBE),
    GZIP("a gzip archive", "unpack it first"),
    SEVEN_ZIP("a 7z archive", "unpack it first"),
    RAR("a RAR archive", "unpack it first"),
    PROGRAM("a program", "name the text instead"),
    ZIP("a zip archive", "unpack it first");

    private final String description;
    private final String wayOut;

    FileKind(String description, String wayOut) {
        this.description = description;
        this.wayOut = wayOut;
    }

    /** The words after "is": {@code a PDF document: …}, ending in a full stop. */
    String sentence() {
        return description + ": " + wayOut + ".";
    }

    boolean isDocument() {
        return this == PDF || this == RTF || this == OLD_OFFICE || this == ZIP;
    }

    /** The kind whose signature {@code bytes} begin with. */
    static Optional<FileKind> of(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        if (start.startsWith("ftyp", 4)) {
            return Optional.of(start.startsWith("M4A", 8) ? M4A : MP4);
        }
        if (start.startsWith("RIFF")) {
            return riff(start);
        }
        FileKind kind = null;
        if (start.startsWith("%PDF-")) {
            kind = PDF;
        } else if (start.startsWith("{\\rtf")) {
            kind = RTF;
        } else if (start.startsWith("PK\3\4") || start.startsWith("PK\5\6")) {
            kind = ZIP;
        } else if (start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            kind = OLD_OFFICE;
        } else if (start.startsWith("\u0089PNG")) {
            kind = PNG;
        } else if (start.startsWith("\u00FF\u00D8\u00FF")) {
            kind = JPEG;
        } else if (start.startsWith("GIF8")) {
            kind = GIF;
        } else if (start.startsWith("\u001AE\u00DF\u00A3")) {
            kind = WEBM;
        } else if (start.startsWith("ID3") || isMpegFrame(start)) {
            kind = MP3;
        } else if (start.startsWith("OggS")) {
            kind = OGG;
        } else if (start.startsWith("fLaC")) {
            kind = FLAC;
        } else if (start.startsWith("\u001F\u008B")) {
            kind = GZIP;
        } else if (start.startsWith("7z\u00BC\u00AF")) {
            kind = SEVEN_ZIP;
        } else if (start.startsWith("Rar!\u001A")) {
            kind = RAR;
        } else if (start.startsWith("\u007FELF")
                || start.startsWith("MZ\u0090")
                || start.startsWith("\u00CA\u00FE\u00BA\u00BE")) {
            kind = PROGRAM;
        }
        return Optional.ofNullable(kind);
    }

    private static Optional<FileKind> riff(String start) {
        return switch (start.length() < 12 ? "" : start.substring(8, 12)) {
            case "WAVE" -> Optional.of(WAV);
            case "AVI " -> Optional.of(AVI);
            case "WEBP" -> Optional.of(WEBP);
            default -> Optional.empty();
        };
    }

    /** Eleven set bits and layer III; FF FE is left out, for it is the mark of UTF-16. */
    private static boolean isMpegFrame(String start) {
        return start.startsWith("\u00FF\u00FB") || start.startsWith("\u00FF\u00F3") || start.startsWith("\u00FF\u00F2");
    }

    private static final class Advice {
        static final String TRANSCRIBE = "transcribe it first";
        static final String EXPORT_TEXT = "export its text as a .txt file first";
    }
}
