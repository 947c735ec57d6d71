package dev.llmagents.team.svea.sie;

import dev.llmagents.document.TextDocument;
import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.document.UnreadableInputException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads SIE files of every type and encoding that is met, told by their content, never by their name. */
public final class SieReader {
    /** What a file may weigh, 128 MiB: some 400,000 vouchers. */
    public static final long LIMIT = 128L << 20;

    private static final int HEAD = 64 << 10;
    private static final int LINES_TO_TRY = 20;

    private SieReader() {}

    /**
     * Whether the bytes begin as a SIE file does: a label in the first twenty lines, or a SIE 5 document.
     *
     * @param bytes the file or as much of its beginning as is known
     */
    public static boolean isSie(byte[] bytes) {
        String head = head(bytes);
        return isSie5(head) || labelAt(head) >= 0;
    }

    /**
     * Reads a file. What is not as the format wants it is noted in the model and reading goes on.
     *
     * @param name the file's name, for messages
     * @throws UnreadableInputException if it is no SIE file, is cut off, or is larger than {@link #LIMIT}
     */
    public static SieFile read(String name, byte[] bytes) throws UnreadableInputException {
        if (bytes.length > LIMIT) {
            throw new UnreadableInputException(
                    Reason.TOO_LARGE,
                    name + " is too large: at most " + (LIMIT >> 20) + " MiB of a SIE file are read and it has "
                            + (bytes.length >> 20) + " MiB; export one fiscal year at a time.");
        }
        String head = head(bytes);
        if (isSie5(head)) {
            return Sie5Reader.read(name, bytes);
        }
        if (labelAt(head) < 0 || hasZeroBytes(head)) {
            throw refusal(name, bytes);
        }
        SieEncoding encoding = EncodingDetector.detect(bytes);
        byte[] content = encoding == SieEncoding.UTF_16
                ? new String(bytes, StandardCharsets.UTF_16).getBytes(StandardCharsets.UTF_8)
                : bytes;
        return new LabelledReader(name, content, encoding).read();
    }

    private static boolean hasZeroBytes(String head) {
        return head.indexOf('\0') >= 0;
    }

    private static String head(byte[] bytes) {
        byte[] start = bytes.length > HEAD ? Arrays.copyOf(bytes, HEAD) : bytes;
        boolean isWide = EncodingDetector.detect(start) == SieEncoding.UTF_16;
        return new String(start, isWide ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
    }

    private static boolean isSie5(String head) {
        int root = head.indexOf("http://www.sie.se/sie5");
        return root >= 0 && (head.lastIndexOf("<Sie", root) >= 0 || head.lastIndexOf(":Sie", root) >= 0);
    }

    /** Where the first label stands in the first lines; -1 if none does. */
    private static int labelAt(String head) {
        int at = 0;
        for (int line = 0; line < LINES_TO_TRY && at < head.length(); line++) {
            int end = at;
            while (end < head.length() && head.charAt(end) != '\n' && head.charAt(end) != '\r') {
                end++;
            }
            int first = at;
            while (first < end && !isMark(head.charAt(first))) {
                first++;
            }
            if (first + 1 < end && isKnownLabel(head, first, end)) {
                return first;
            }
            at = end + 1;
        }
        return -1;
    }

    private static boolean isMark(char letter) {
        return letter == '#' || letter > ' ' && letter < 0x7F;
    }

    private static boolean isKnownLabel(String head, int from, int end) {
        if (head.charAt(from) != '#') {
            return false;
        }
        int to = from + 1;
        while (to < end && head.charAt(to) > ' ') {
            to++;
        }
        return to - from < 12 && SieLabel.of(head.substring(from + 1, to)) != SieLabel.UNKNOWN;
    }

    private static UnreadableInputException refusal(String name, byte[] bytes) {
        try {
            TextDocument.of(name, bytes);
        } catch (UnreadableInputException e) {
            return e.reason() == Reason.HTML_PAGE
                    ? new UnreadableInputException(
                            Reason.HTML_PAGE,
                            name
                                    + " is a web page (HTML), not a SIE file: export it again from the bookkeeping program.",
                            e)
                    : e;
        }
        return new UnreadableInputException(
                Reason.NO_CONTENT,
                name
                        + " is not a SIE file: none of its first lines begins with a label such as #FLAGGA; export it again"
                        + " from the bookkeeping program.");
    }
}
