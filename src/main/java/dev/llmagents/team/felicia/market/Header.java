package dev.llmagents.team.felicia.market;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which column of a price file holds what, by the names in its first row. Immutable. */
final class Header {
    private static final Map<String, List<String>> USUAL = Map.of(
            "date", List.of("date", "datum", "day", "datetime", "timestamp", "time", "start", ""),
            "open", List.of("open", "openprice", "öppning", "öppningskurs", "öppen"),
            "high", List.of("high", "highprice", "högst", "högstakurs", "hög"),
            "low", List.of("low", "lowprice", "lägst", "lägstakurs", "låg"),
            "close", List.of("close", "closeprice", "price", "last", "slutkurs", "stängning", "senast"),
            "adj_close", List.of("adjclose", "adjustedclose", "closeadj", "adj"),
            "volume", List.of("volume", "vol", "volym"),
            "symbol", List.of("symbol", "ticker"));

    private final List<String> names;
    private final Columns columns;

    Header(List<String> names, Columns columns) {
        this.names = names.stream().map(Header::normal).toList();
        this.columns = columns;
    }

    /** Position of a column, by the name the user gave or the usual ones; -1 if the file has none. */
    int position(String what) {
        String given = normal(given(what));
        if (!given.isEmpty()) {
            return names.indexOf(given);
        }
        for (String usual : USUAL.get(what)) {
            if (names.contains(usual)) {
                return names.indexOf(usual);
            }
        }
        return -1;
    }

    /** The close, or in a table with a column a symbol the symbol's own. */
    int close(String symbol) {
        int close = position("close");
        return close >= 0 || !columns.close().isEmpty() ? close : names.indexOf(normal(symbol));
    }

    /** A column the user named for {@code what} that the file does not have. */
    Optional<String> absent(String what) {
        return Optional.of(given(what)).filter(name -> !name.isEmpty() && position(what) < 0);
    }

    /** Whether closes come from an adjusted column while opens do not. */
    boolean mixesAdjustment(String symbol) {
        int close = close(symbol);
        int open = position("open");
        return close >= 0
                && open >= 0
                && names.get(close).startsWith("adj")
                && !names.get(open).startsWith("adj");
    }

    private String given(String what) {
        return switch (what) {
            case "date" -> columns.date();
            case "open" -> columns.open();
            case "high" -> columns.high();
            case "low" -> columns.low();
            case "close" -> columns.close();
            case "adj_close" -> columns.adjClose();
            case "volume" -> columns.volume();
            default -> "";
        };
    }

    static String normal(String name) {
        StringBuilder kept = new StringBuilder();
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
