package dev.llmagents.team.felicia;

import dev.llmagents.team.felicia.market.Columns;
import dev.llmagents.team.felicia.market.Instrument;
import dev.llmagents.team.felicia.market.MarketData;
import dev.llmagents.team.felicia.market.PriceFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Prices made from a seed, one bar each day of the calendar. */
public final class SampleMarket {
    public static final LocalDate FIRST = LocalDate.of(2014, 1, 1);

    private SampleMarket() {}

    /** {@code count} symbols AA, AB... with {@code bars} bars; those after {@code asOf} scaled by {@code future}. */
    public static MarketData of(int count, int bars, LocalDate asOf, double future) {
        List<PriceFile> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(file("A" + (char) ('A' + i), rows(bars, i, asOf, future)));
        }
        return MarketData.load(files, Columns.usual(), asOf, 2);
    }

    /** The same with the rows after {@code asOf} in another order. */
    public static MarketData shuffled(int count, int bars, LocalDate asOf) {
        List<PriceFile> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> rows = rows(bars, i, asOf, 1);
            int known = (int) (asOf.toEpochDay() - FIRST.toEpochDay()) + 1;
            Collections.shuffle(rows.subList(known, rows.size()), new Random(i));
            files.add(file("A" + (char) ('A' + i), rows));
        }
        return MarketData.load(files, Columns.usual(), asOf, 2);
    }

    public static MarketData of(int count, int bars) {
        return of(count, bars, FIRST.plusDays(bars), 1);
    }

    private static List<String> rows(int bars, int seed, LocalDate asOf, double future) {
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        double price = 40 + seed;
        for (int bar = 0; bar < bars; bar++) {
            LocalDate day = FIRST.plusDays(bar);
            double scale = day.isAfter(asOf) ? future : 1;
            double open = price * (1 + random.nextGaussian() * 0.004);
            price *= 1.0003 + random.nextGaussian() * 0.01;
            rows.add(String.format(
                    Locale.ROOT,
                    "%s,%.4f,%.4f,%.4f,%.4f,1000000",
                    day,
                    open * scale,
                    Math.max(open, price) * 1.003 * scale,
                    Math.min(open, price) * 0.997 * scale,
                    price * scale));
        }
        return rows;
    }

    private static PriceFile file(String symbol, List<String> rows) {
        String text = "Date,Open,High,Low,Close,Volume\n" + String.join("\n", rows) + "\n";
        return new PriceFile(Instrument.of(symbol, "USD"), symbol + ".csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
