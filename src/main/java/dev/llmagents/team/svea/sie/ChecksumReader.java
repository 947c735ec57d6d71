package dev.llmagents.team.svea.sie;

import dev.llmagents.team.svea.sie.SieChecksum.State;
import java.util.zip.CRC32;

/**
 * Computes #KSUMMA while the file is read: CRC-32 over the bytes of labels and fields between the two records, without
 * separators, outer quotation marks, braces and the backslashes before inner ones (SIE 4B, section 10). The items of a list
 * of objects are fields too.
 */
final class ChecksumReader {
    private final CRC32 crc = new CRC32();
    private final byte[] bytes;
    private boolean isOpen;
    private SieChecksum result = SieChecksum.ABSENT;

    ChecksumReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether the first record was met and not the last. */
    boolean isOpen() {
        return isOpen;
    }

    SieChecksum result() {
        return result;
    }

    /** Takes a #KSUMMA record. */
    void record(String value, int line, boolean canBeChecked) {
        if (!isOpen && value.isEmpty()) {
            isOpen = true;
            return;
        }
        if (!isOpen || !canBeChecked) {
            isOpen = false;
            result = new SieChecksum(State.UNCHECKED, value, "", line);
            return;
        }
        isOpen = false;
        String computed = Long.toString(crc.getValue());
        result = new SieChecksum(computed.equals(value) ? State.MATCHES : State.DIFFERS, value, computed, line);
    }

    void label(int from, int to) {
        if (isOpen) {
            crc.update(bytes, from, to - from);
        }
    }

    void fields(LineFields fields) {
        if (!isOpen) {
            return;
        }
        for (int i = 0; i < fields.count(); i++) {
            if (fields.isList(i)) {
                list(fields.from(i), fields.to(i));
            } else if (fields.isEscaped(i)) {
                unescaped(fields.from(i), fields.to(i));
            } else {
                crc.update(bytes, fields.from(i), fields.to(i) - fields.from(i));
            }
        }
    }

    private void unescaped(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != '\\' || i + 1 >= to || bytes[i + 1] != '"') {
                crc.update(bytes[i]);
            }
        }
    }

    private void list(int from, int to) {
        boolean inQuotes = false;
        for (int i = from; i < to; i++) {
            byte one = bytes[i];
            if (one == '\\' && i + 1 < to && bytes[i + 1] == '"') {
                crc.update('"');
                i++;
            } else if (one == '"') {
                inQuotes = !inQuotes;
            } else if (inQuotes || (one != ' ' && one != '\t')) {
                crc.update(one);
            }
        }
    }
}
