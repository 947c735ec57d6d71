package dev.llmagents.ident;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of Swedish clearing numbers, read from {@code clearing-numbers.tsv} when first asked for. */
final class ClearingNumbers {
    /**
     * A row of the table.
     *
     * @param kind 1 or 2, {@code comment} 1 to 3: Bankgirot's names for the ways of checking
     * @param shortest fewest digits of an account, {@code longest} most
     */
    record Series(int from, int to, int kind, int comment, int shortest, int longest, String bank) {}

    private static final class Table {
        private static final List<Series> ROWS = rows();
    }

    private ClearingNumbers() {}

    /** @param clearing four digits */
    static Optional<Series> series(int clearing) {
        return Table.ROWS.stream()
                .filter(row -> clearing >= row.from() && clearing <= row.to())
                .findFirst();
    }

    static List<Series> all() {
        return Table.ROWS;
    }

    private static List<Series> rows() {
        List<Series> rows = new ArrayList<>();
        try (InputStream bytes = ClearingNumbers.class.getResourceAsStream("clearing-numbers.tsv")) {
            if (bytes == null) {
                throw new IllegalStateException("clearing-numbers.tsv is missing from the program");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(row(line.split("\t", -1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(rows);
    }

    private static Series row(String[] cells) {
        return new Series(
                Integer.parseInt(cells[0]),
                Integer.parseInt(cells[1]),
                Integer.parseInt(cells[2]),
                Integer.parseInt(cells[3]),
                Integer.parseInt(cells[4]),
                Integer.parseInt(cells[5]),
                cells[6]);
    }
}
