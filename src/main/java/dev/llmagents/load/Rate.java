package dev.llmagents.load;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many requests are to be sent in what time.
 *
 * @param amount above nought
 * @param unit second, minute or hour
 */
public record Rate(BigDecimal amount, Unit unit) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,7}(?:\\.\\d{1,3})?)/(s|m|h)");
    private static final double MOST_PER_SECOND = 100_000;

    /** The time a rate is counted by. */
    public enum Unit {
        S(1),
        M(60),
        H(3600);

        private final int seconds;

        Unit(int seconds) {
            this.seconds = seconds;
        }
    }

    /** {@code 1000/m}, {@code 50/s}; empty if {@code text} is no rate above nought and up to 100,000 a second. */
    public static Optional<Rate> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Unit unit = switch (matcher.group(2)) {
            case "s" -> Unit.S;
            case "m" -> Unit.M;
            default -> Unit.H;
        };
        Rate rate = new Rate(new BigDecimal(matcher.group(1)), unit);
        return rate.perSecond() > 0 && rate.perSecond() <= MOST_PER_SECOND ? Optional.of(rate) : Optional.empty();
    }

    public double perSecond() {
        return amount.doubleValue() / unit.seconds;
    }

    @Override
    public String toString() {
        return amount.stripTrailingZeros().toPlainString() + "/"
                + switch (unit) {
                    case S -> "s";
                    case M -> "m";
                    case H -> "h";
                };
    }
}
