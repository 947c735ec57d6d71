package dev.llmagents.team.svea.rule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Every rule there is, in the order of the families and of their files. Immutable.
 *
 * <p>A row has id, severity, {@code ja} or {@code nej} for whether its ground was confirmed, valid from, valid to, ground,
 * title and suggestion, separated by tabs; {@code #} begins a comment.
 */
public final class RuleCatalogue {
    private static final int COLUMNS = 8;

    private final Map<String, Rule> rules;

    private RuleCatalogue(Map<String, Rule> rules) {
        this.rules = Collections.unmodifiableMap(rules);
    }

    /** The catalogue that ships with the program. */
    public static RuleCatalogue builtIn() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (Family family : Family.values()) {
            try (InputStream in = RuleCatalogue.class.getResourceAsStream(family.resource())) {
                if (in != null) {
                    read(family, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), rules);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new RuleCatalogue(rules);
    }

    private static void read(Family family, BufferedReader in, Map<String, Rule> rules) throws IOException {
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells.length != COLUMNS) {
                throw new IllegalArgumentException(family.resource() + ", line " + number + ": " + cells.length
                        + " columns where " + COLUMNS + " belong");
            }
            Rule rule = new Rule(
                    cells[0],
                    family,
                    severity(cells[1], family, number),
                    cells[6],
                    cells[5],
                    cells[2].equals("ja"),
                    day(cells[3]),
                    day(cells[4]),
                    cells[7]);
            if (rules.put(rule.id(), rule) != null) {
                throw new IllegalArgumentException(
                        family.resource() + ", line " + number + ": " + rule.id() + " is there twice");
            }
        }
    }

    private static Severity severity(String label, Family family, int number) {
        for (Severity severity : Severity.values()) {
            if (severity.label().equals(label)) {
                return severity;
            }
        }
        throw new IllegalArgumentException(family.resource() + ", line " + number + ": no severity '" + label + "'");
    }

    private static Optional<LocalDate> day(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(cell));
    }

    public Collection<Rule> all() {
        return rules.values();
    }

    public Optional<Rule> find(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    /** @throws IllegalArgumentException if there is no such rule: a check that names one not in the catalogue is wrong */
    public Rule get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no rule " + id + " in the catalogue"));
    }
}
