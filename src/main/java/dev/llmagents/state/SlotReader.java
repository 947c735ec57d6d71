package dev.llmagents.state;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Reads the two slots of a {@link FileCell}'s file. A slot whose header is as it was is not read again: header and text are
 * written at once, and the header's checksum was found to hold for that text. Not safe for threads.
 */
final class SlotReader {
    static final int SLOT = 1 << 20;
    // Readable, for whoever looks into the file: form, number, length, checksum. The rest of a slot is zeros or old
    // text.
    static final String FORM = "llm-agents-state-1 ";
    private static final int NUMBER = FORM.length();
    private static final int LENGTH = NUMBER + 16 + 1;
    private static final int CHECKSUM = LENGTH + 8 + 1;
    static final int HEADER = CHECKSUM + 8 + 1;

    private final RandomAccessFile in;
    private final byte[][] headers = {new byte[0], new byte[0]};
    private final Slot[] known = new Slot[2];

    SlotReader(RandomAccessFile in) {
        this.in = in;
    }

    /** @param index 0 or 1 */
    record Slot(int index, long sequence, String text) {}

    /** The valid slot with the higher number. */
    Optional<Slot> newest() throws IOException {
        Optional<Slot> first = slot(0);
        Optional<Slot> second = slot(1);
        if (first.isPresent() && second.isPresent()) {
            return first.get().sequence() > second.get().sequence() ? first : second;
        }
        return first.or(() -> second);
    }

    /** Empty if it was never written, or not to its end. */
    private Optional<Slot> slot(int index) throws IOException {
        byte[] header = new byte[HEADER];
        try {
            in.seek((long) index * SLOT);
            in.readFully(header);
            if (Arrays.equals(header, headers[index])) {
                return Optional.of(known[index]);
            }
            Optional<Slot> read = slot(index, new String(header, StandardCharsets.ISO_8859_1));
            headers[index] = read.isPresent() ? header : new byte[0];
            known[index] = read.orElse(null);
            return read;
        } catch (EOFException shorter) {
            return Optional.empty();
        }
    }

    private Optional<Slot> slot(int index, String header) throws IOException {
        if (!header.startsWith(FORM)
                || header.charAt(LENGTH - 1) != ' '
                || header.charAt(CHECKSUM - 1) != ' '
                || header.charAt(HEADER - 1) != '\n') {
            return Optional.empty();
        }
        try {
            long sequence = HexFormat.fromHexDigitsToLong(header, NUMBER, LENGTH - 1);
            int length = HexFormat.fromHexDigits(header, LENGTH, CHECKSUM - 1);
            int checksum = HexFormat.fromHexDigits(header, CHECKSUM, HEADER - 1);
            if (length < 0 || length > SLOT - HEADER) {
                return Optional.empty();
            }
            byte[] payload = new byte[length];
            in.readFully(payload);
            return checksum == checksum(sequence, payload)
                    ? Optional.of(new Slot(index, sequence, new String(payload, StandardCharsets.UTF_8)))
                    : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    static int checksum(long sequence, byte[] payload) {
        CRC32 crc = new CRC32();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(sequence).array());
        crc.update(payload);
        return (int) crc.getValue();
    }
}
