package dev.llmagents.team.svea.sie;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Turns byte ranges of one file into strings, the same range content into the same string: account numbers and texts recur
 * in every voucher. A new string with letters beyond ASCII is shown to a listener once.
 */
final class TextPool {
    /** Beyond this many collisions a string is made anew: contents chosen to collide must not slow the reading. */
    private static final int MOST_PROBES = 24;

    private final byte[] bytes;
    private final Charset charset;
    private final Consumer<String> beyondAscii;
    private String[] texts = new String[1 << 12];
    private int[] froms = new int[1 << 12];
    private int[] tos = new int[1 << 12];
    private int[] hashes = new int[1 << 12];
    private int size;

    TextPool(byte[] bytes, Charset charset, Consumer<String> beyondAscii) {
        this.bytes = bytes;
        this.charset = charset;
        this.beyondAscii = beyondAscii;
    }

    /** @param isEscaped whether {@code \"} stands for a quotation mark */
    String get(int from, int to, boolean isEscaped) {
        if (from >= to) {
            return "";
        }
        int hash = hash(from, to);
        int mask = texts.length - 1;
        int slot = hash & mask;
        for (int probes = 0; probes < MOST_PROBES; probes++) {
            String text = texts[slot];
            if (text == null) {
                String made = decode(from, to, isEscaped);
                put(slot, made, from, to, hash);
                return made;
            }
            if (hashes[slot] == hash && Arrays.equals(bytes, from, to, bytes, froms[slot], tos[slot])) {
                return text;
            }
            slot = (slot + 1) & mask;
        }
        return decode(from, to, isEscaped);
    }

    private void put(int slot, String text, int from, int to, int hash) {
        texts[slot] = text;
        froms[slot] = from;
        tos[slot] = to;
        hashes[slot] = hash;
        if (++size * 2 > texts.length) {
            grow();
        }
    }

    private void grow() {
        String[] oldTexts = texts;
        int[] oldFroms = froms;
        int[] oldTos = tos;
        int[] oldHashes = hashes;
        int length = oldTexts.length * 2;
        texts = new String[length];
        froms = new int[length];
        tos = new int[length];
        hashes = new int[length];
        for (int i = 0; i < oldTexts.length; i++) {
            if (oldTexts[i] == null) {
                continue;
            }
            int slot = oldHashes[i] & (length - 1);
            for (int probes = 0; texts[slot] != null && probes < MOST_PROBES; probes++) {
                slot = (slot + 1) & (length - 1);
            }
            if (texts[slot] == null) {
                texts[slot] = oldTexts[i];
                froms[slot] = oldFroms[i];
                tos[slot] = oldTos[i];
                hashes[slot] = oldHashes[i];
            }
        }
    }

    private int hash(int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        hash ^= hash >>> 16;
        hash *= 0x85EBCA6B;
        return hash ^ hash >>> 13;
    }

    private String decode(int from, int to, boolean isEscaped) {
        boolean ascii = true;
        for (int i = from; i < to && ascii; i++) {
            ascii = bytes[i] >= 0;
        }
        String text = new String(bytes, from, to - from, ascii ? StandardCharsets.ISO_8859_1 : charset);
        if (isEscaped) {
            text = text.replace("\\\"", "\"");
        }
        if (!ascii) {
            beyondAscii.accept(text);
        }
        return text;
    }
}
