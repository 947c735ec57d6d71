package dev.llmagents.usage.stats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Finds a moment in a file whose lines stand in order of time, without reading all of it. For one thread. */
final class TimeSeek {
    // Below this a search would read as much as it saves.
    private static final long NEAR_ENOUGH = 128 << 10;
    private static final int WINDOW = 32 << 10;

    private final byte[] buffer = new byte[WINDOW + 1];
    private final UsageLine line = new UsageLine();
    private final LineTime time = new LineTime();
    private long bytesRead;

    /**
     * A place between {@code low} and {@code high}, at most {@link #NEAR_ENOUGH} away from the first line that is not before
     * {@code millis}.
     *
     * @param before whether the place is to be before that line, else it is behind or at it
     */
    long find(FileChannel file, long millis, boolean before) throws IOException {
        long low = 0;
        long high = file.size();
        while (high - low > NEAR_ENOUGH) {
            long middle = low + (high - low) / 2;
            long there = timeFrom(file, middle);
            // Where nothing can be read nothing is known: a search that stops early only costs time.
            if (there == LineTime.NONE) {
                break;
            }
            if (there < millis) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return before ? low : high;
    }

    /** The time of the first readable line that begins within a window behind {@code place}. */
    private long timeFrom(FileChannel file, long place) throws IOException {
        int got = Math.max(0, file.read(ByteBuffer.wrap(buffer, 0, WINDOW), place));
        bytesRead += got;
        buffer[got] = '\n';
        int at = 0;
        while (at < got) {
            while (buffer[at] != '\n') {
                at++;
            }
            at++;
            if (at >= got) {
                break;
            }
            int end = line.read(buffer, at, got);
            if (end < got && line.isValid() && line.isText(Field.TS)) {
                long there = time.millis(buffer, line.from(Field.TS), line.to(Field.TS));
                if (there != LineTime.NONE) {
                    return there;
                }
            }
            at = end;
        }
        return LineTime.NONE;
    }

    long bytesRead() {
        return bytesRead;
    }
}
