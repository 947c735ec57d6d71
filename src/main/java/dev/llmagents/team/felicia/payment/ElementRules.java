package dev.llmagents.team.felicia.payment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which elements may stand in which, how often and in which order, from {@code pain.001.001.09.tsv}. */
final class ElementRules {
    /** @param most 1 or {@link Integer#MAX_VALUE}; {@code kind} of text, empty for an element that holds others */
    record Rule(String element, int fewest, int most, String kind) {}

    private final Map<String, List<Rule>> children = new HashMap<>();

    static ElementRules load() {
        ElementRules rules = new ElementRules();
        try (InputStream bytes = ElementRules.class.getResourceAsStream("pain.001.001.09.tsv")) {
            if (bytes == null) {
                throw new IllegalStateException("pain.001.001.09.tsv is missing from the program");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rules.add(line.split("\t", -1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }

    private void add(String[] cells) {
        int most = cells[3].equals("n") ? Integer.MAX_VALUE : Integer.parseInt(cells[3]);
        Rule rule = new Rule(cells[1], Integer.parseInt(cells[2]), most, cells[4].equals("-") ? "" : cells[4]);
        children.computeIfAbsent(cells[0], parent -> new ArrayList<>()).add(rule);
    }

    /** In their order; none for an element that holds text. */
    List<Rule> in(String parent) {
        return children.getOrDefault(parent, List.of());
    }
}
