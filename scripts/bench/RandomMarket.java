import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Writes missions for all methods on random walks that do not follow one another into a folder: {@code DIR [SYMBOLS [BARS]]}.
 * The same numbers give the same files.
 */
public class RandomMarket {
    private static final List<String> METHODS = List.of(
            "equal_weight", "inverse_vol", "momentum", "min_variance", "max_sharpe", "erc", "sma_cross", "auto");

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int symbols = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
        int bars = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5000;
        Files.createDirectories(folder.resolve("data"));
        LocalDate[] days = new LocalDate[bars];
        LocalDate day = LocalDate.of(2005, 1, 3);
        for (int bar = 0; bar < bars; bar++) {
            days[bar] = day;
            day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        }
        IntStream.range(0, symbols).parallel().forEach(symbol -> {
            try {
                Files.writeString(folder.resolve("data").resolve(name(symbol) + ".csv"), rows(symbol, days));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        for (String method : METHODS) {
            Files.writeString(folder.resolve(method + ".yaml"), mission(method, symbols, days[bars - 1]));
        }
    }

    private static String name(int symbol) {
        return "S" + (1000 + symbol);
    }

    private static String mission(String method, int symbols, LocalDate asOf) {
        StringBuilder text = new StringBuilder("mission:\n  statement: \"Balanced growth over 12 months\"\n"
                + "  risk_profile: balanced\n  as_of: " + asOf + "\nportfolio:\n  base_currency: USD\n"
                + "  cash: 10000000.00\nuniverse:\n");
        for (int symbol = 0; symbol < symbols; symbol++) {
            text.append("  - {symbol: ").append(name(symbol)).append(", file: data/").append(name(symbol))
                    .append(".csv, currency: USD, lot: 1, tick: 0.01}\n");
        }
        return text.append("data: {date: Date, open: Open, high: High, low: Low, close: Close, adj_close: Adj Close, volume: Volume}\n")
                .append("strategy: {method: ").append(method).append(", lookback: 252, rebalance: monthly}\n")
                .toString();
    }

    private static String rows(int symbol, LocalDate[] days) {
        Random random = new Random(1_000_003L * symbol + 1);
        StringBuilder rows = new StringBuilder("Date,Open,High,Low,Close,Adj Close,Volume\n");
        double price = 20 + 80 * random.nextDouble();
        for (LocalDate day : days) {
            double open = price * (1 + 0.003 * random.nextGaussian());
            price = Math.max(1, price * (1 + 0.0003 + 0.015 * random.nextGaussian()));
            double high = Math.max(open, price) * (1 + 0.004 * random.nextDouble());
            double low = Math.min(open, price) * (1 - 0.004 * random.nextDouble());
            rows.append(day);
            for (double each : new double[] {open, high, low, price, price}) {
                rows.append(',').append(BigDecimal.valueOf(Math.round(each * 100), 2));
            }
            rows.append(',').append(500_000 + random.nextInt(3_000_000)).append('\n');
        }
        return rows.toString();
    }
}
