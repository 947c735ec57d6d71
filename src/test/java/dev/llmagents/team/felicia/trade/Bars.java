package dev.llmagents.team.felicia.trade;

import dev.llmagents.team.felicia.market.Columns;
import dev.llmagents.team.felicia.market.Instrument;
import dev.llmagents.team.felicia.market.MarketData;
import dev.llmagents.team.felicia.market.PriceFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** Small markets for tests of trading. */
final class Bars {
    private static final String HEAD = "Date,Open,High,Low,Close,Volume\n";

    private Bars() {}

    static PriceFile file(Instrument instrument, String rows) {
        return new PriceFile(instrument, "f.csv", (HEAD + rows).getBytes(StandardCharsets.UTF_8));
    }

    /** {@code count} bars that rise by a tenth every {@code period} bars and fall back on the next. */
    static String rows(LocalDate first, int count, int period, long volume) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String close = i % period == 1 ? "10.1" : "10";
            rows.append(first.plusDays(i))
                    .append(",10,10.2,9.9,")
                    .append(close)
                    .append(',')
                    .append(volume)
                    .append('\n');
        }
        return rows.toString();
    }

    static MarketData market(LocalDate asOf, PriceFile... files) {
        return MarketData.load(List.of(files), Columns.usual(), asOf, 1);
    }

    /** The bars after a plan of one symbol. */
    static MarketData later(String symbol, String rows) {
        PriceFile file = file(Instrument.of(symbol, "USD"), "2020-01-01,10,10,10,10,1\n" + rows);
        return market(LocalDate.of(2020, 1, 1), file).later();
    }
}
