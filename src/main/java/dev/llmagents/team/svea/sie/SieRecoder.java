package dev.llmagents.team.svea.sie;

import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.document.UnreadableInputException.Reason;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a SIE 1 to 4 file anew in CP437, the one encoding the format allows, record for record as it stands: unknown labels
 * and further fields stay. #FORMAT is set to PC8 and a #KSUMMA to that of the new content.
 */
public final class SieRecoder {
    private static final int MOST_PLACES = 100;

    private final byte[] bytes;
    private final List<String> lost;

    private SieRecoder(byte[] bytes, List<String> lost) {
        this.bytes = bytes;
        this.lost = List.copyOf(lost);
    }

    /** The file in CP437. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Places whose letters CP437 does not have, as {@code rad 12: €}, at most a hundred; a question mark stands for each.
     */
    public List<String> lost() {
        return lost;
    }

    /**
     * Writes the file in CP437.
     *
     * @throws UnreadableInputException if it cannot be read, or is a SIE 5 file, which is XML and has no such form
     */
    public static SieRecoder toCp437(String name, byte[] file) throws UnreadableInputException {
        SieFile read = SieReader.read(name, file);
        if (!read.type().isLabelled()) {
            throw new UnreadableInputException(
                    Reason.UNSUPPORTED_DOCUMENT,
                    name + " is a SIE 5 file: only SIE 1 to 4 files are written in CP437; export it as SIE 4.");
        }
        String text = new String(file, read.encoding().charset());
        if (!text.isEmpty() && text.charAt(0) == '\uFEFF') {
            text = text.substring(1);
        }
        List<String> lost = new ArrayList<>();
        String recoded = encodable(withFormat(text), lost);
        byte[] bytes = recoded.getBytes(SieEncoding.CP437.charset());
        if (read.checksum().state() != SieChecksum.State.ABSENT) {
            SieChecksum checksum =
                    new LabelledReader(name, bytes, SieEncoding.CP437).read().checksum();
            if (checksum.state() == SieChecksum.State.DIFFERS) {
                bytes = withChecksum(recoded, checksum).getBytes(SieEncoding.CP437.charset());
            }
        }
        return new SieRecoder(bytes, lost);
    }

    private static String withFormat(String text) {
        int at = recordAt(text, "#FORMAT", 0);
        if (at < 0) {
            return text;
        }
        int end = endOfLine(text, at);
        return text.substring(at, end).contains("PC8")
                ? text
                : text.substring(0, at) + "#FORMAT PC8" + text.substring(end);
    }

    private static String withChecksum(String text, SieChecksum checksum) {
        int last = -1;
        for (int at = recordAt(text, "#KSUMMA", 0); at >= 0; at = recordAt(text, "#KSUMMA", at + 1)) {
            last = at;
        }
        int end = endOfLine(text, last);
        return text.substring(0, last) + "#KSUMMA " + checksum.computed() + text.substring(end);
    }

    /** Where the next line begins with the label; -1 if none does. */
    private static int recordAt(String text, String label, int from) {
        for (int at = text.indexOf(label, from); at >= 0; at = text.indexOf(label, at + 1)) {
            int before = at - 1;
            while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
                before--;
            }
            if (before < 0 || text.charAt(before) == '\n' || text.charAt(before) == '\r') {
                return at;
            }
        }
        return -1;
    }

    private static int endOfLine(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static String encodable(String text, List<String> lost) {
        CharsetEncoder encoder = SieEncoding.CP437.charset().newEncoder();
        StringBuilder kept = new StringBuilder(text.length());
        int line = 1;
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            i += Character.charCount(letter);
            if (letter == '\n' || (letter == '\r' && (i >= text.length() || text.charAt(i) != '\n'))) {
                line++;
            }
            if (letter < 0x80 || (Character.isBmpCodePoint(letter) && encoder.canEncode((char) letter))) {
                kept.appendCodePoint(letter);
            } else {
                kept.append('?');
                if (lost.size() < MOST_PLACES) {
                    lost.add("rad " + line + ": " + Character.toString(letter));
                }
            }
        }
        return kept.toString();
    }
}
