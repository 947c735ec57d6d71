package dev.llmagents.team.svea;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The modules of ERPNext and what in a chart of accounts speaks for each. Immutable. */
final class ErpModules {
    private static final String ALWAYS = "*";
    private static final int COLUMNS = 4;

    private final List<Row> rows;

    private ErpModules(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * A module.
     *
     * @param prefixes of accounts that speak for it; {@code *} if it is needed in any case
     * @param sign what these accounts mean, in words
     * @param purpose what it carries
     */
    record Row(String name, List<String> prefixes, String sign, String purpose) {}

    static ErpModules builtIn() {
        List<Row> rows = new ArrayList<>();
        try (InputStream in = ErpModules.class.getResourceAsStream("erp-modules.tsv")) {
            if (in == null) {
                throw new IllegalStateException("erp-modules.tsv is missing from the program");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split("\t", -1);
                if (!line.startsWith("#") && cells.length == COLUMNS) {
                    rows.add(new Row(cells[0], List.of(cells[1].split(",", -1)), cells[2], cells[3]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ErpModules(rows);
    }

    List<Row> neededBy(CompanyFacts company) {
        List<Row> needed = new ArrayList<>();
        for (Row row : rows) {
            if (row.prefixes().contains(ALWAYS) || company.uses(row.prefixes().toArray(String[]::new))) {
                needed.add(row);
            }
        }
        return needed;
    }

    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.add(row.name()));
        return names;
    }
}
