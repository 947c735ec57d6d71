package dev.llmagents.cli.repl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of a pipe or a file, in UTF-8. A line whose quote is open, or that ends in a backslash, goes on in the next. */
final class BatchLines implements LineSource {
    private final BufferedReader lines;

    BatchLines(InputStream in) {
        this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> next(String prompt) {
        Optional<String> first = line();
        if (first.isEmpty()) {
            return first;
        }
        StringBuilder whole = new StringBuilder(first.get());
        while (whole.length() > 0 && whole.charAt(whole.length() - 1) == '\\') {
            Optional<String> more = line();
            if (more.isEmpty()) {
                break;
            }
            whole.append('\n').append(more.get());
        }
        return Optional.of(whole.toString());
    }

    @Override
    public Optional<String> text() {
        StringBuilder text = new StringBuilder();
        Optional<String> line = line();
        while (line.isPresent() && !line.get().equals(".")) {
            text.append(line.get()).append('\n');
            line = line();
        }
        return Optional.of(text.toString());
    }

    private Optional<String> line() {
        try {
            return Optional.ofNullable(lines.readLine());
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    @Override
    public int columns() {
        return 0;
    }

    @Override
    public void whenInterrupted(Runnable action) {
        // Ctrl-C ends the process, whose runs settle their calls then.
    }

    @Override
    public boolean isConversation() {
        return false;
    }

    @Override
    public void close() {
        // Standard input is not ours to close.
    }
}
