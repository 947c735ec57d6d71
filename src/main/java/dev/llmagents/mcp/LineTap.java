package dev.llmagents.mcp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Puts bytes that go by together to lines. Not safe for use by several threads. */
final class LineTap {
    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LineTap(Consumer<String> lines) {
        this.lines = lines;
    }

    void add(byte[] bytes, int offset, int length) {
        int from = offset;
        for (int at = offset; at < offset + length; at++) {
            if (bytes[at] == '\n') {
                line.write(bytes, from, at - from);
                end();
                from = at + 1;
            }
        }
        line.write(bytes, from, offset + length - from);
    }

    /** What has come since the last line's end is a line, too. */
    void end() {
        if (line.size() > 0) {
            lines.accept(line.toString(StandardCharsets.UTF_8));
            line.reset();
        }
    }
}
