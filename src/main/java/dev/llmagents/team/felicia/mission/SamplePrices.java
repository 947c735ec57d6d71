package dev.llmagents.team.felicia.mission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Prices of shares that do not exist: random walks that move together as real ones do, with a part common to all, one
 * common to a group and one of their own. The same seed gives the same bytes everywhere: only uniform draws and strict
 * arithmetic are used, since the normal distribution of the library is not promised to stay the same.
 */
final class SamplePrices {
    private static final double DAYS_A_YEAR = 252;
    private static final double PART_OF_ALL = 0.55;
    private static final double PART_OF_GROUP = 0.35;

    /**
     * A share of the sample.
     *
     * @param drift expected logarithmic change a year, {@code volatility} its standard deviation
     */
    record Share(String symbol, String group, double first, double drift, double volatility, int volume) {}

    private SamplePrices() {}

    /** The weekdays that end with {@code last}. */
    static List<LocalDate> weekdays(LocalDate last, int count) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = last; days.size() < count; day = day.minusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days.add(0, day);
            }
        }
        return days;
    }

    /** A CSV file for each share, by symbol. */
    static Map<String, byte[]> csv(List<Share> shares, List<LocalDate> days, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, StringBuilder> files = new LinkedHashMap<>();
        Map<String, Double> closes = new LinkedHashMap<>();
        for (Share share : shares) {
            files.put(share.symbol(), new StringBuilder("Date,Open,High,Low,Close,Adj Close,Volume\n"));
            closes.put(share.symbol(), share.first());
        }
        for (LocalDate day : days) {
            double ofAll = normal(random);
            Map<String, Double> ofGroups = new LinkedHashMap<>();
            for (Share share : shares) {
                ofGroups.computeIfAbsent(share.group(), group -> normal(random));
            }
            for (Share share : shares) {
                double close = bar(
                        files.get(share.symbol()),
                        day,
                        share,
                        closes.get(share.symbol()),
                        ofAll,
                        ofGroups.get(share.group()),
                        random);
                closes.put(share.symbol(), close);
            }
        }
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        files.forEach((symbol, text) -> bytes.put(symbol, text.toString().getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    private static double bar(
            StringBuilder file,
            LocalDate day,
            Share share,
            double before,
            double ofAll,
            double ofGroup,
            SplittableRandom random) {
        double own = StrictMath.sqrt(1 - PART_OF_ALL * PART_OF_ALL - PART_OF_GROUP * PART_OF_GROUP);
        double shock = PART_OF_ALL * ofAll + PART_OF_GROUP * ofGroup + own * normal(random);
        double daily = share.volatility() / StrictMath.sqrt(DAYS_A_YEAR);
        double drift = share.drift() / DAYS_A_YEAR - daily * daily / 2;
        double gap = 0.3 * daily * normal(random);
        BigDecimal open = cents(before * StrictMath.exp(gap));
        BigDecimal close = cents(before * StrictMath.exp(drift + daily * shock));
        BigDecimal high = cents(open.max(close).doubleValue() * (1 + 0.4 * daily * random.nextDouble()));
        BigDecimal low = cents(open.min(close).doubleValue() * (1 - 0.4 * daily * random.nextDouble()));
        long volume = (long) (share.volume() * (0.6 + 0.8 * random.nextDouble()));
        file.append(day)
                .append(',')
                .append(open)
                .append(',')
                .append(high)
                .append(',')
                .append(low)
                .append(',');
        file.append(close).append(',').append(close).append(',').append(volume).append('\n');
        return close.doubleValue();
    }

    private static BigDecimal cents(double price) {
        return BigDecimal.valueOf(Math.max(price, 0.01)).setScale(2, RoundingMode.HALF_UP);
    }

    /** Close to normally distributed, mean 0 and variance 1: the sum of twelve uniform draws less six. */
    private static double normal(SplittableRandom random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }
}
