package dev.llmagents.cli.repl;

import java.io.IOException;
import java.io.OutputStream;

/** A stream that can be shut: what a command writes that was left behind goes nowhere. Safe for threads. */
final class Gate extends OutputStream {
    private final OutputStream stream;
    private boolean isShut;

    Gate(OutputStream stream) {
        this.stream = stream;
    }

    synchronized void shut() {
        isShut = true;
    }

    @Override
    public synchronized void write(int letter) throws IOException {
        if (!isShut) {
            stream.write(letter);
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        if (!isShut) {
            stream.write(bytes, from, length);
        }
    }

    @Override
    public synchronized void flush() throws IOException {
        if (!isShut) {
            stream.flush();
        }
    }
}
