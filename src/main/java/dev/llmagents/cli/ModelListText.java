package dev.llmagents.cli;

import dev.llmagents.app.ModelListing;
import dev.llmagents.llm.ModelPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The list of models for people. */
final class ModelListText {
    private static final List<String> HEADS =
            List.of("KEY", "PROVIDER/MODEL", "TIERS", "ALIASES", "REGION", "IN", "CACHED", "WRITE", "OUT", "SINCE");
    private static final int FIRST_FIGURE = 5;
    private static final int LAST_FIGURE = 8;

    private ModelListText() {}

    static String of(ModelListing listing) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADS);
        listing.entries().forEach(entry -> rows.add(row(entry)));
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                String space = " ".repeat(width(rows, column) - cell.length());
                boolean figure = column >= FIRST_FIGURE && column <= LAST_FIGURE;
                line.append(figure ? space + cell : cell + space).append("  ");
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.append("\nUS dollars for a million tokens, as of ")
                .append(listing.asOf())
                .append("; '?' is a price nobody could confirm. 'yes' means that a key is there; nobody was asked.\n")
                .toString();
    }

    private static List<String> row(ModelListing.Entry entry) {
        List<String> tiers = new ArrayList<>();
        entry.tiers().forEach((tier, place) -> tiers.add(tier + "#" + place));
        return List.of(
                entry.reachable() ? "yes" : "no",
                entry.target().toString(),
                String.join(" ", tiers),
                String.join(" ", entry.aliases()),
                entry.region(),
                figure(entry.price(), ModelPrice::input),
                figure(entry.price(), ModelPrice::cachedInput),
                figure(entry.price(), ModelPrice::cacheWrite),
                figure(entry.price(), ModelPrice::output),
                entry.price().map(price -> price.effectiveFrom().toString()).orElse("?"));
    }

    private static String figure(Optional<ModelPrice> price, Function<ModelPrice, BigDecimal> part) {
        return price.map(part)
                .map(figure -> figure.stripTrailingZeros().toPlainString())
                .orElse("?");
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
