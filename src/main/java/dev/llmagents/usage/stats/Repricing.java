package dev.llmagents.usage.stats;

import dev.llmagents.llm.ModelTable;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TokenUsage;
import dev.llmagents.usage.CostCalculator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reckons the cost of lines anew, at the price that a table has for the model on the day of the attempt. For one thread. */
final class Repricing {
    private static final String OWN_MACHINE = "local";
    private static final long MILLIS_OF_DAY = 86_400_000;

    private final ModelTable table;
    private final ByteTable known = new ByteTable();
    private final List<Rates> rates = new ArrayList<>();
    private byte[] key = new byte[256];
    private int length;

    Repricing(ModelTable table) {
        this.table = table;
    }

    /**
     * What a token costs, in 10^-12 dollars.
     *
     * @param exact whether the price can be said so; else {@code calculator} has to be asked
     */
    private record Rates(
            CostCalculator calculator,
            ModelTarget target,
            LocalDate day,
            boolean priced,
            boolean exact,
            long input,
            long cachedInput,
            long cacheWrite,
            long output) {}

    /** Adds the cost of the tokens to {@code sum}; false if nobody knows it. */
    boolean addCost(UsageLine line, long millis, TokenCounts tokens, UsdSum sum) {
        if (tokens.areZero()) {
            return true;
        }
        Rates rate = rates(line, millis);
        if (!rate.priced()) {
            return false;
        }
        if (!rate.exact() || !tokens.areModest()) {
            rate.calculator()
                    .cost(rate.target(), rate.target().model(), tokens.toUsage(), rate.day())
                    .ifPresent(sum::add);
            return true;
        }
        long plain = Math.max(0, tokens.prompt - tokens.cachedPrompt - tokens.cacheWrite);
        sum.add(plain * rate.input()
                + tokens.cachedPrompt * rate.cachedInput()
                + tokens.cacheWrite * rate.cacheWrite()
                + tokens.completion * rate.output());
        return true;
    }

    private Rates rates(UsageLine line, long millis) {
        long day = Math.floorDiv(millis, MILLIS_OF_DAY);
        length = 0;
        append(line, Field.PROVIDER);
        append(line, Field.MODEL);
        append(line, Field.REGION);
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            put((byte) (day >> shift));
        }
        int hash = ByteTable.hash(key, length);
        int number = known.find(key, length, hash);
        if (number >= 0) {
            return rates.get(number);
        }
        Rates found = lookUp(line, LocalDate.ofEpochDay(day));
        if (known.size() < Tally.MOST_GROUPS) {
            known.add(key, length, hash);
            rates.add(found);
        }
        return found;
    }

    private Rates lookUp(UsageLine line, LocalDate day) {
        ModelTarget target = new ModelTarget(line.text(Field.PROVIDER), line.text(Field.MODEL));
        Set<String> own = line.text(Field.REGION).equals(OWN_MACHINE) ? Set.of(target.provider()) : Set.of();
        CostCalculator calculator = new CostCalculator(table, own);
        // One token of each kind tells the rates, whatever else the calculator takes into account.
        long[] picos = new long[4];
        TokenUsage[] ones = {
            new TokenUsage(1, 0, 0, 0, 0),
            new TokenUsage(1, 1, 0, 0, 0),
            new TokenUsage(1, 0, 1, 0, 0),
            new TokenUsage(0, 0, 0, 1, 0)
        };
        boolean priced = true;
        boolean exact = true;
        for (int i = 0; i < ones.length; i++) {
            Optional<BigDecimal> cost = calculator.cost(target, target.model(), ones[i], day);
            priced &= cost.isPresent();
            BigDecimal small =
                    cost.orElse(BigDecimal.ZERO).movePointRight(UsdSum.SCALE).stripTrailingZeros();
            boolean fits = small.scale() <= 0 && small.compareTo(BigDecimal.valueOf(TokenCounts.LARGEST_RATE)) <= 0;
            exact &= fits;
            picos[i] = fits ? small.longValueExact() : 0;
        }
        return new Rates(calculator, target, day, priced, exact, picos[0], picos[1], picos[2], picos[3]);
    }

    private void append(UsageLine line, Field field) {
        if (line.isText(field)) {
            for (int at = line.from(field); at < line.to(field); at++) {
                put(line.bytes()[at]);
            }
        }
        put((byte) '\n');
    }

    private void put(byte letter) {
        if (length == key.length) {
            key = java.util.Arrays.copyOf(key, length * 2);
        }
        key[length++] = letter;
    }
}
