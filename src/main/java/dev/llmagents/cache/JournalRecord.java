package dev.llmagents.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * One entry of the journal on disk.
 *
 * <pre>
 * magic "LAJ1"   4 bytes
 * length         4 bytes, of the payload
 * CRC-32         4 bytes, of the payload
 * payload:
 *   key          32 bytes, SHA-256
 *   created      8 bytes, milliseconds since 1970
 *   expires      8 bytes, milliseconds since 1970
 *   tenant       2 bytes length, UTF-8
 *   value        the rest
 * </pre>
 *
 * All numbers are big-endian.
 */
record JournalRecord(CacheKey key, Instant created, Instant expires, String tenant, byte[] value) {
    static final int MAGIC = 0x4C414A31;
    static final int HEADER = 12;
    /** Where the checksum stands in the header. */
    static final int CRC_AT = 8;

    private static final int KEY_BYTES = 32;
    private static final int FIXED = KEY_BYTES + 8 + 8 + 2;
    static final int LARGEST_PAYLOAD = 64 << 20;
    private static final int LONGEST_TENANT = 0xFFFF;

    /** Whether a record of {@code tenant} with {@code value} has room in the format. */
    static boolean fits(String tenant, byte[] value) {
        int tenantBytes = tenant.getBytes(StandardCharsets.UTF_8).length;
        return tenantBytes <= LONGEST_TENANT && value.length <= LARGEST_PAYLOAD - FIXED - tenantBytes;
    }

    JournalRecord {
        if (!fits(tenant, value)) {
            throw new IllegalArgumentException("the tenant or the value is too long for a record");
        }
    }

    /** The record as it stands in the file. */
    ByteBuffer toBytes() {
        byte[] tenantBytes = tenant.getBytes(StandardCharsets.UTF_8);
        int length = FIXED + tenantBytes.length + value.length;
        ByteBuffer buffer = ByteBuffer.allocate(HEADER + length);
        buffer.putInt(MAGIC).putInt(length).putInt(0);
        buffer.put(HexFormat.of().parseHex(key.hex()));
        buffer.putLong(created.toEpochMilli()).putLong(expires.toEpochMilli());
        buffer.putShort((short) tenantBytes.length).put(tenantBytes).put(value);
        buffer.putInt(CRC_AT, crc(buffer.array(), HEADER, length));
        return buffer.flip();
    }

    /**
     * What an index needs to know of a record.
     *
     * @param key what the record is about
     */
    record Entry(CacheKey key, Instant created, Instant expires) {}

    /** The same without its value, for {@code length} bytes of {@code bytes} that are copied nowhere. */
    static Optional<Entry> entryIn(byte[] bytes, int offset, int length, int expectedCrc) {
        if (length < FIXED || crc(bytes, offset, length) != expectedCrc) {
            return Optional.empty();
        }
        CacheKey key = new CacheKey(HexFormat.of().formatHex(bytes, offset, offset + KEY_BYTES));
        ByteBuffer times = ByteBuffer.wrap(bytes, offset + KEY_BYTES, 2 * Long.BYTES);
        return Optional.of(
                new Entry(key, Instant.ofEpochMilli(times.getLong()), Instant.ofEpochMilli(times.getLong())));
    }

    /** The record in {@code payload}; empty if the checksum or a length says it is not what was written. */
    static Optional<JournalRecord> fromPayload(byte[] payload, int expectedCrc) {
        if (payload.length < FIXED || crc(payload, 0, payload.length) != expectedCrc) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(payload);
        byte[] key = new byte[KEY_BYTES];
        buffer.get(key);
        Instant created = Instant.ofEpochMilli(buffer.getLong());
        Instant expires = Instant.ofEpochMilli(buffer.getLong());
        int tenantLength = Short.toUnsignedInt(buffer.getShort());
        if (tenantLength > buffer.remaining()) {
            return Optional.empty();
        }
        String tenant = new String(payload, FIXED, tenantLength, StandardCharsets.UTF_8);
        byte[] value = new byte[buffer.remaining() - tenantLength];
        buffer.position(FIXED + tenantLength).get(value);
        return Optional.of(
                new JournalRecord(new CacheKey(HexFormat.of().formatHex(key)), created, expires, tenant, value));
    }

    /** How long the whole record is whose first bytes these are; 0 if they are no record's. */
    static int lengthOf(byte[] start) {
        if (start.length < HEADER) {
            return 0;
        }
        ByteBuffer header = ByteBuffer.wrap(start);
        int magic = header.getInt();
        int payload = header.getInt();
        return magic == MAGIC && payload > 0 && payload <= LARGEST_PAYLOAD ? HEADER + payload : 0;
    }

    /** The record that {@link #toBytes} made these bytes of; empty if they are not what it made. */
    static Optional<JournalRecord> ofBytes(byte[] bytes) {
        if (lengthOf(bytes) != bytes.length) {
            return Optional.empty();
        }
        return fromPayload(
                java.util.Arrays.copyOfRange(bytes, HEADER, bytes.length),
                ByteBuffer.wrap(bytes).getInt(CRC_AT));
    }

    private static int crc(byte[] bytes, int offset, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
