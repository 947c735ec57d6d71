package dev.llmagents.usage.stats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The groups of a report while it is made. A group is found by the bytes of its line's fields, so that only the first line
 * of a group makes objects. For one thread.
 */
final class Groups {
    private static final long MILLIS_OF_HOUR = 3_600_000;
    private static final int FIRST_KEY = 256;

    private final List<Dimension> by;
    private final ByteTable known = new ByteTable();
    private final List<GroupSums> byNumber = new ArrayList<>();
    // Bytes may be escaped in different ways and mean the same text.
    private final Map<List<String>, GroupSums> byText = new LinkedHashMap<>();
    private byte[] key = new byte[FIRST_KEY];
    private int length;

    Groups(List<Dimension> by) {
        this.by = by;
    }

    /** The group that {@code line} belongs to. */
    GroupSums of(UsageLine line, long millis) {
        length = 0;
        for (Dimension dimension : by) {
            append(line, dimension, millis);
        }
        int hash = ByteTable.hash(key, length);
        int number = known.find(key, length, hash);
        if (number >= 0) {
            return byNumber.get(number);
        }
        List<String> text = new ArrayList<>();
        for (Dimension dimension : by) {
            text.add(text(line, dimension, millis));
        }
        GroupSums group = group(List.copyOf(text));
        known.add(key, length, hash);
        byNumber.add(group);
        return group;
    }

    private GroupSums group(List<String> text) {
        GroupSums there = byText.get(text);
        if (there != null) {
            return there;
        }
        if (byText.size() >= Tally.MOST_GROUPS || known.size() >= 2 * Tally.MOST_GROUPS) {
            throw new TooManyGroups(Tally.MOST_GROUPS);
        }
        GroupSums made = new GroupSums();
        byText.put(text, made);
        return made;
    }

    void add(Groups other) {
        other.byText.forEach((text, sums) -> group(text).add(sums));
    }

    Map<List<String>, GroupSums> byText() {
        return byText;
    }

    private void append(UsageLine line, Dimension dimension, long millis) {
        if (dimension.isTime()) {
            long hour = Math.floorDiv(millis, MILLIS_OF_HOUR);
            long stretch = dimension == Dimension.DAY ? Math.floorDiv(hour, 24) : hour;
            for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                put((byte) (stretch >> shift));
            }
            return;
        }
        Field field = field(dimension);
        if (line.isText(field)) {
            int from = line.from(field);
            int size = line.to(field) - from;
            if (length + size > key.length) {
                key = Arrays.copyOf(key, Math.max(length + size, key.length * 2));
            }
            System.arraycopy(line.bytes(), from, key, length, size);
            length += size;
        }
        // No text of a line has a line feed in it.
        put((byte) '\n');
    }

    private void put(byte letter) {
        if (length == key.length) {
            key = Arrays.copyOf(key, length * 2);
        }
        key[length++] = letter;
    }

    private static String text(UsageLine line, Dimension dimension, long millis) {
        return switch (dimension) {
            case DAY -> Instant.ofEpochMilli(millis).toString().substring(0, "2026-11-22".length());
            case HOUR -> Instant.ofEpochMilli(millis).toString().substring(0, "2026-11-22T10".length());
            case TEAM, AGENT, MODEL, PROVIDER, TENANT, STATUS -> line.text(field(dimension));
        };
    }

    private static Field field(Dimension dimension) {
        return switch (dimension) {
            case TEAM -> Field.TEAM;
            case AGENT -> Field.AGENT;
            case MODEL -> Field.MODEL;
            case PROVIDER -> Field.PROVIDER;
            case TENANT -> Field.TENANT;
            case STATUS -> Field.STATUS;
            case DAY, HOUR -> Field.TS;
        };
    }
}
