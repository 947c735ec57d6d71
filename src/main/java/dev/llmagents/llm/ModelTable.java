package dev.llmagents.llm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
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
    private static final int MODEL_COLUMNS = 12;
    private static final String UNKNOWN = "-";

    private final LocalDate asOf;
    private final List<Row> own;
    private final List<Row> rows;
    private final List<Details> details;
    private final List<Name> tiers;
    private final List<Name> aliases;

    private ModelTable(
            LocalDate asOf,
            List<Row> own,
            List<Row> rows,
            List<Details> details,
            List<Name> tiers,
            List<Name> aliases) {
        this.asOf = asOf;
        this.own = List.copyOf(own);
        this.rows = List.copyOf(rows);
        this.details = List.copyOf(details);
        this.tiers = List.copyOf(tiers);
        this.aliases = List.copyOf(aliases);
    }

    /**
     * A model and its price from a day on.
     *
     * @param contextTokens prompt and answer together
     * @param maxOutputTokens the longest answer
     */
    public record Row(ModelTarget target, String region, int contextTokens, int maxOutputTokens, ModelPrice price) {}

    /**
     * What is known of a model, be its price known or not.
     *
     * @param region where it answers: an area, {@code global}, or {@code region} for the one of the user's account
     */
    public record Details(ModelTarget target, String region, int contextTokens, int maxOutputTokens) {}

    /** A name that stands for a model. */
    private record Name(String name, ModelTarget target) {}

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

    /**
     * The table with prices and models of the user's own, which count before its own.
     *
     * @param in rows of the same form
     * @throws IllegalArgumentException if a row cannot be read; the message names its line
     */
    public ModelTable with(BufferedReader in) throws IOException {
        ModelTable other = parse(in);
        return new ModelTable(
                asOf,
                joined(other.rows, own),
                rows,
                joined(other.details, details),
                joined(other.tiers, tiers),
                joined(other.aliases, aliases));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    static ModelTable parse(BufferedReader in) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<Details> details = new ArrayList<>();
        List<Name> tiers = new ArrayList<>();
        List<Name> aliases = new ArrayList<>();
        LocalDate asOf = LocalDate.EPOCH;
        int lineNumber = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            lineNumber++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            try {
                if (cells[0].equals("asof") && cells.length == 2) {
                    asOf = LocalDate.parse(cells[1]);
                } else if (cells[0].equals("tier") && cells.length == TIER_COLUMNS) {
                    tiers.add(new Name(cells[1], new ModelTarget(cells[2], cells[3])));
                } else if (cells[0].equals("alias") && cells.length == TIER_COLUMNS) {
                    aliases.add(new Name(cells[1], new ModelTarget(cells[2], cells[3])));
                } else if (cells[0].equals("model") && cells.length == MODEL_COLUMNS) {
                    Details model = details(cells);
                    details.add(model);
                    if (!cells[6].equals(UNKNOWN)) {
                        rows.add(row(model, cells));
                    }
                } else {
                    throw new IllegalArgumentException("no row of this form");
                }
            } catch (IllegalArgumentException | DateTimeException wrong) {
                throw new IllegalArgumentException(
                        "line " + lineNumber + ": neither a tier, an alias nor a model with its prices", wrong);
            }
        }
        return new ModelTable(asOf, List.of(), rows, details, tiers, aliases);
    }

    private static Details details(String[] cells) {
        return new Details(
                new ModelTarget(cells[1], cells[2]), cells[3], Integer.parseInt(cells[4]), Integer.parseInt(cells[5]));
    }

    private static Row row(Details model, String[] cells) {
        ModelPrice price = new ModelPrice(
                price(cells[6]),
                price(cells[7]),
                price(cells[8]),
                price(cells[9]),
                LocalDate.parse(cells[10]),
                cells[11]);
        return new Row(model.target(), model.region(), model.contextTokens(), model.maxOutputTokens(), price);
    }

    private static BigDecimal price(String cell) {
        BigDecimal price = new BigDecimal(cell);
        if (price.signum() < 0) {
            throw new IllegalArgumentException("a price below nought");
        }
        return price;
    }

    /** The day on which the prices were last compared with the providers' price lists. */
    public LocalDate asOf() {
        return asOf;
    }

    /** The models of {@code tier} in order of preference; empty if there is no such tier. */
    public List<ModelTarget> tier(String tier) {
        return named(tier, tiers);
    }

    /** The models an alias stands for, one for each geography at most; empty if there is no such alias. */
    public List<ModelTarget> alias(String alias) {
        return named(alias, aliases);
    }

    private static List<ModelTarget> named(String name, List<Name> names) {
        return names.stream()
                .filter(entry -> entry.name().equals(name))
                .map(Name::target)
                .toList();
    }

    /** The tiers, in the table's order. */
    public List<String> tiers() {
        return tiers.stream().map(Name::name).distinct().toList();
    }

    /** The tiers a model is in. */
    public List<String> tiersOf(ModelTarget target) {
        return namesOf(target, tiers);
    }

    /** The aliases of a model. */
    public List<String> aliasesOf(ModelTarget target) {
        return namesOf(target, aliases);
    }

    private static List<String> namesOf(ModelTarget target, List<Name> names) {
        return names.stream()
                .filter(entry -> entry.target().equals(target))
                .map(Name::name)
                .distinct()
                .toList();
    }

    /** Every model of the table, once. */
    public List<ModelTarget> models() {
        return details.stream().map(Details::target).distinct().toList();
    }

    /** What is known of a model; a name with a date behind it is the model of the name before. */
    public Optional<Details> details(ModelTarget target) {
        return details.stream()
                .filter(known -> sameModel(known.target(), target))
                .findFirst();
    }

    /**
     * The priced row of a model on {@code day}; empty if nobody knows its price. A name with a date behind it, as providers return it
     * ({@code gpt-4o-mini-2024-07-18}), is the model of the name before.
     */
    public Optional<Row> find(ModelTarget target, LocalDate day) {
        return newest(own, target, day).or(() -> newest(rows, target, day));
    }

    private static Optional<Row> newest(List<Row> candidates, ModelTarget target, LocalDate day) {
        Row best = null;
        for (Row row : candidates) {
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
        return rest.isEmpty() || isDate(rest);
    }

    /** {@code -2024-07-18} or {@code -20240718}; by hand, since it is asked of every name that begins alike. */
    private static boolean isDate(String rest) {
        String digits = rest.substring(1);
        if (digits.length() == 10 && digits.charAt(4) == '-' && digits.charAt(7) == '-') {
            digits = digits.substring(0, 4) + digits.substring(5, 7) + digits.substring(8);
        }
        return rest.charAt(0) == '-' && digits.length() == 8 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
