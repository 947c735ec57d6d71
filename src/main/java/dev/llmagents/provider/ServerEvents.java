package dev.llmagents.provider;

import java.io.EOFException;
import java.io.IOException;
import okio.BufferedSource;

/**
 * Reads the data of server-sent events, a line each, as the providers send them.
 *
 * <p>Source: HTML Living Standard, section "Server-sent events". Comments, event names and blank lines carry nothing here.
 */
final class ServerEvents {
    private static final int LONGEST_LINE = 1 << 20;
    private static final String DATA = "data:";

    private ServerEvents() {}

    /** Takes the data of one event. */
    @FunctionalInterface
    interface Reader {
        /** @return whether there may be more to come */
        boolean event(String data) throws IOException;
    }

    /** Reads until the reader has enough or the stream is over. */
    static void read(BufferedSource source, Reader reader) throws IOException {
        for (String line = line(source); line != null; line = line(source)) {
            if (line.startsWith(DATA)
                    && !reader.event(line.substring(DATA.length()).strip())) {
                return;
            }
        }
    }

    private static String line(BufferedSource source) throws IOException {
        if (source.exhausted()) {
            return null;
        }
        try {
            return source.readUtf8LineStrict(LONGEST_LINE);
        } catch (EOFException unfinished) {
            // The last line of a stream need not end in a line break; one that is far too long must not be read.
            if (source.request(LONGEST_LINE)) {
                throw new IOException("a line of the stream is longer than " + LONGEST_LINE + " bytes", unfinished);
            }
            return source.readUtf8();
        }
    }
}
