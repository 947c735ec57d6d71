package dev.llmagents.llm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which models there are, what they cost and which one a tier stands for. Immutable.
 *
 * <p>The table is a file of tab-separated rows, {@code models.tsv}: read by hand because every run needs it for its
 * estimates, also those that never load a JSON library.
 */
public final class ModelTable {
    private static final int TIER_COLUMNS = 4;
    private static final int MODEL_COLUMNS = 11;

    private final List<Row> rows;
    private final List<Tier> tiers;

    private final LocalDate asOf;

    private ModelTable(LocalDate asOf, List<Row> rows, List<Tier> tiers) {
        this.asOf = asOf;
        this.rows = List.copyOf(rows);
        this.tiers = List.copyOf(tiers);
    }

    /**
     * A model and its price from a day on.
     *
     * @param contextTokens prompt and answer together
     * @param maxOutputTokens the longest answer
     */
    public record Row(ModelTarget target, String region, int contextTokens, int maxOutputTokens, ModelPrice price) {}

    private record Tier(String name, ModelTarget target) {}

    /** The table that ships with the program. */
    public static ModelTable builtIn() {
        try (InputStream in = ModelTable.class.getResourceAsStream("models.tsv")) {
            if (in == null) {
                throw new IllegalStateException("models.tsv is missing from the program");
            }
            return parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ModelTable parse(BufferedReader in) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<Tier> tiers = new ArrayList<>();
        LocalDate asOf = LocalDate.EPOCH;
        int lineNumber = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            lineNumber++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells[0].equals("asof") && cells.length == 2) {
                asOf = LocalDate.parse(cells[1]);
            } else if (cells[0].equals("tier") && cells.length == TIER_COLUMNS) {
                tiers.add(new Tier(cells[1], new ModelTarget(cells[2], cells[3])));
            } else if (cells[0].equals("model") && cells.length == MODEL_COLUMNS) {
                rows.add(row(cells));
            } else {
                throw new IllegalArgumentException("models.tsv, line " + lineNumber + ": neither a tier nor a model");
            }
        }
        return new ModelTable(asOf, rows, tiers);
    }

    private static Row row(String[] cells) {
        ModelPrice price = new ModelPrice(
                new BigDecimal(cells[6]),
                new BigDecimal(cells[7]),
                // No provider in the table bills a cache write apart from the input it writes.
                new BigDecimal(cells[6]),
                new BigDecimal(cells[8]),
                LocalDate.parse(cells[9]),
                cells[10]);
        return new Row(
                new ModelTarget(cells[1], cells[2]),
                cells[3],
                Integer.parseInt(cells[4]),
                Integer.parseInt(cells[5]),
                price);
    }

    /** The day on which the prices were last compared with the providers' price lists. */
    public LocalDate asOf() {
        return asOf;
    }

    /** The names of all tiers, in the order of the table. */
    public List<String> tiers() {
        return tiers.stream().map(Tier::name).distinct().toList();
    }

    /** The models of {@code tier} in order of preference; empty if there is no such tier. */
    public List<ModelTarget> tier(String tier) {
        return tiers.stream()
                .filter(t -> t.name().equals(tier))
                .map(Tier::target)
                .toList();
    }

    /**
     * The row of a model on {@code day}. A name with a date behind it, as providers return it
     * ({@code gpt-4o-mini-2024-07-18}), is the model of the name before.
     */
    public Optional<Row> find(ModelTarget target, LocalDate day) {
        Row best = null;
        for (Row row : rows) {
            boolean newer = best == null
                    || row.price().effectiveFrom().isAfter(best.price().effectiveFrom());
            if (sameModel(row.target(), target) && !row.price().effectiveFrom().isAfter(day) && newer) {
                best = row;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean sameModel(ModelTarget known, ModelTarget asked) {
        if (!known.provider().equals(asked.provider()) || !asked.model().startsWith(known.model())) {
            return false;
        }
        String rest = asked.model().substring(known.model().length());
        return rest.isEmpty() || rest.matches("-\\d{4}-?\\d{2}-?\\d{2}");
    }
}
