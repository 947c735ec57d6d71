package dev.llmagents.usage.stats;

import java.util.Arrays;

/** Numbers byte strings in the order of their first appearance, without making an object of each. For one thread. */
final class ByteTable {
    private static final int FEWEST = 64;

    private byte[][] keys = new byte[FEWEST / 2][];
    private int[] hashes = new int[FEWEST / 2];
    private int size;
    // Number of the key plus one; zero where there is none. The length is a power of two.
    private int[] slots = new int[FEWEST];

    /** The number of the first {@code length} bytes; {@code -1} if they were never added. */
    int find(byte[] bytes, int length, int hash) {
        int mask = slots.length - 1;
        for (int slot = hash & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            int number = slots[slot] - 1;
            if (hashes[number] == hash && isSame(keys[number], bytes, length)) {
                return number;
            }
        }
        return -1;
    }

    /** Adds bytes that are not in the table, and returns their number. */
    int add(byte[] bytes, int length, int hash) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
            slots = new int[slots.length * 2];
            for (int number = 0; number < size; number++) {
                place(number);
            }
        }
        keys[size] = Arrays.copyOf(bytes, length);
        hashes[size] = hash;
        place(size);
        return size++;
    }

    int size() {
        return size;
    }

    static int hash(byte[] bytes, int length) {
        int hash = 1;
        for (int i = 0; i < length; i++) {
            hash = hash * 31 + bytes[i];
        }
        // The low bits choose the slot, and those of 31's powers alone are much alike for keys that are.
        return hash ^ (hash >>> 15) ^ (hash >>> 7);
    }

    private void place(int number) {
        int mask = slots.length - 1;
        int slot = hashes[number] & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = number + 1;
    }

    private static boolean isSame(byte[] key, byte[] bytes, int length) {
        if (key.length != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (key[i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
