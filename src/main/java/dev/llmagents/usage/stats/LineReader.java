package dev.llmagents.usage.stats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * Hands the lines of a stretch of a file to somebody, in a buffer that is used again. For one thread.
 *
 * <p>A line belongs to the stretch it begins in, so stretches side by side give each line once. A line that is larger than
 * {@link #LONGEST} is damaged.
 */
final class LineReader {
    /** Bytes of a line at most. */
    static final int LONGEST = 16 << 20;

    private static final int BUFFER = 256 << 10;

    private byte[] buffer = new byte[BUFFER];
    private final UsageLine line = new UsageLine();

    /** Takes lines. */
    interface Sink {
        /** Takes a line that is a whole JSON object; its content is gone when this returns. */
        void line(UsageLine line);

        /** Takes note of a line that is not. */
        void damaged();
    }

    /**
     * Reads the lines that begin from {@code from} on and before {@code to}.
     *
     * @return how many bytes were read for it
     */
    long read(FileChannel file, long from, long to, Sink sink) throws IOException {
        // From the byte before: if it ends a line, the next line begins in this stretch.
        long base = from == 0 ? 0 : from - 1;
        boolean skipping = from > 0;
        int filled = 0;
        int start = 0;
        long total = 0;
        while (true) {
            if (start > 0) {
                System.arraycopy(buffer, start, buffer, 0, filled - start);
                base += start;
                filled -= start;
                start = 0;
            }
            if (filled == buffer.length - 1) {
                if (buffer.length >= LONGEST) {
                    sink.damaged();
                    skipping = true;
                } else {
                    buffer = Arrays.copyOf(buffer, buffer.length * 2);
                }
            }
            if (skipping) {
                base += filled;
                filled = 0;
            }
            // Never far beyond the stretch: most of it ends where the stretch does.
            int wanted = (int) Math.min(buffer.length - 1 - filled, Math.max(BUFFER / 4, to - base - filled));
            int got = file.read(ByteBuffer.wrap(buffer, filled, wanted), base + filled);
            boolean ended = got <= 0;
            filled += Math.max(0, got);
            total += Math.max(0, got);
            // Ends every scan, whatever the file holds.
            buffer[filled] = '\n';
            if (skipping) {
                while (buffer[start] != '\n') {
                    start++;
                }
                if (start == filled) {
                    if (ended || base + start >= to) {
                        return total;
                    }
                    continue;
                }
                start++;
                skipping = false;
            }
            while (start < filled) {
                if (base + start >= to) {
                    return total;
                }
                int end = line.read(buffer, start, filled);
                if (end == filled && !ended) {
                    break;
                }
                hand(sink, start, end);
                start = Math.min(end + 1, filled);
            }
            if (ended || base + start >= to) {
                return total;
            }
        }
    }

    private void hand(Sink sink, int start, int end) {
        if (line.isValid()) {
            sink.line(line);
        } else if (!isBlank(start, end)) {
            sink.damaged();
        }
    }

    private boolean isBlank(int start, int end) {
        for (int at = start; at < end; at++) {
            if (buffer[at] != ' ' && buffer[at] != '\t' && buffer[at] != '\r') {
                return false;
            }
        }
        return true;
    }
}
