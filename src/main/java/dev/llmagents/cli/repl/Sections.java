package dev.llmagents.cli.repl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which agent each part of a team's report comes from; read from {@code sections.tsv}. Immutable. */
final class Sections {
    private static final String NOBODY = "-";

    private final Map<String, String> agents;

    private Sections(Map<String, String> agents) {
        this.agents = Map.copyOf(agents);
    }

    static Sections builtIn() {
        Map<String, String> agents = new HashMap<>();
        try (InputStream in = Sections.class.getResourceAsStream("sections.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                if (!line.startsWith("#") && cells.length == 3) {
                    agents.put(cells[0] + " " + cells[1], cells[2]);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the table of sections cannot be read", unreadable);
        }
        return new Sections(agents);
    }

    /**
     * The agent a field comes from; empty if none made it.
     *
     * @param path of the field, for instance {@code actionItems[2].owner}
     */
    Optional<String> agent(String team, String path) {
        String fields = path.replaceFirst("^meetings\\[\\d+]\\.", "").replaceAll("\\[\\d+]", "");
        String[] names = fields.split("\\.", -1);
        Optional<String> ofTwo = names.length < 2
                ? Optional.empty()
                : Optional.ofNullable(agents.get(team + " " + names[0] + "." + names[1]));
        return ofTwo.or(() -> Optional.ofNullable(agents.get(team + " " + names[0])))
                .filter(agent -> !agent.equals(NOBODY));
    }
}
