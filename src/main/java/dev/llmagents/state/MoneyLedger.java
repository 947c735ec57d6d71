package dev.llmagents.state;

import dev.llmagents.llm.BudgetLedger;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A budget ledger in a {@link Cell}. Amounts are exact: decimals as they were reckoned, never rounded.
 *
 * <p>What was reserved is given back by nobody but the one who reserved it: whatever keeps it from being settled – a kill, a
 * full disk, a lock that others hold – leaves it counted in full. So the cap holds without any of these going well.
 */
final class MoneyLedger implements BudgetLedger {
    /** A day of Universal Time. */
    static final Function<Instant, String> DAY =
            now -> LocalDate.ofInstant(now, ZoneOffset.UTC).toString();

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    // A cost that is not written down counts at its worst case for the whole period.
    private static final Duration WAIT_TO_SETTLE = Duration.ofMinutes(1);

    private final Cell cell;
    private final Supplier<Instant> now;
    private final RandomGenerator random;
    private final Function<Instant, String> period;
    private final Consumer<String> warnings;

    /**
     * @param random makes the names of reservations
     * @param period names the period a moment belongs to
     * @param warnings is told if a cost could not be written down
     */
    MoneyLedger(
            Cell cell,
            Supplier<Instant> now,
            RandomGenerator random,
            Function<Instant, String> period,
            Consumer<String> warnings) {
        this.cell = cell;
        this.now = now;
        this.random = random;
        this.period = period;
        this.warnings = warnings;
    }

    @Override
    public Decision reserve(List<Cap> caps, BigDecimal amount, Duration life) {
        byte[] name = new byte[8];
        random.nextBytes(name);
        Instant moment = now.get();
        Reservation wanted = new Reservation(HexFormat.of().formatHex(name), period.apply(moment), amount, caps);
        try {
            return cell.update(text -> reserve(MoneyPage.parse(text), wanted, moment, life), waitFor(life));
        } catch (IOException trouble) {
            throw new LLMException.Failed(
                    ErrorType.BUDGET,
                    "The budget could not be checked, since another process does not let go of it: try again.",
                    trouble);
        }
    }

    /** A call that has a minute can wait longer for those before it than one that has seconds. */
    private static Duration waitFor(Duration life) {
        Duration wait = life.dividedBy(4);
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            return LONGEST_WAIT;
        }
        return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
    }

    private static Cell.Edited<Decision> reserve(MoneyPage page, Reservation wanted, Instant moment, Duration life) {
        page.closeOverdue(moment);
        for (Cap cap : wanted.caps()) {
            Standing standing = page.standing(cap, wanted.period(), moment);
            if (!standing.hasRoomFor(wanted.amount())) {
                return new Cell.Edited<>(Optional.empty(), new Decision(Optional.empty(), Optional.of(standing)));
            }
        }
        // Processes that draw the same lots, as tests do, must not take over each other's reservations.
        Reservation granted =
                new Reservation(page.freeId(wanted.id()), wanted.period(), wanted.amount(), wanted.caps());
        page.hold(granted, moment.plus(life));
        return new Cell.Edited<>(Optional.of(page.text()), new Decision(Optional.of(granted), Optional.empty()));
    }

    @Override
    public List<Standing> settle(Reservation reservation, BigDecimal cost) {
        try {
            return cell.update(text -> settled(MoneyPage.parse(text), reservation, cost), WAIT_TO_SETTLE);
        } catch (IOException trouble) {
            warnings.accept("The budget counts a call of " + cost.toPlainString() + " USD as "
                    + reservation.amount().toPlainString() + " USD, the most it may cost, since "
                    + trouble.getMessage() + ".");
            return List.of();
        }
    }

    private Cell.Edited<List<Standing>> settled(MoneyPage page, Reservation reservation, BigDecimal cost) {
        Instant moment = now.get();
        page.settle(reservation, cost);
        page.closeOverdue(moment);
        return new Cell.Edited<>(
                Optional.of(page.text()), standings(page, reservation.caps(), reservation.period(), moment));
    }

    @Override
    public List<Standing> standings(List<Cap> caps) {
        Instant moment = now.get();
        try {
            MoneyPage page = MoneyPage.parse(cell.read());
            page.closeOverdue(moment);
            return standings(page, caps, period.apply(moment), moment);
        } catch (IOException unreadable) {
            return standings(MoneyPage.parse(""), caps, period.apply(moment), moment);
        }
    }

    @Override
    public List<Scope> scopes() {
        try {
            MoneyPage page = MoneyPage.parse(cell.read());
            Instant moment = now.get();
            page.closeOverdue(moment);
            return page.scopes(period.apply(moment)).stream()
                    .flatMap(key -> Scope.ofKey(key).stream())
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static List<Standing> standings(MoneyPage page, List<Cap> caps, String period, Instant moment) {
        List<Standing> standings = new ArrayList<>();
        caps.forEach(cap -> standings.add(page.standing(cap, period, moment)));
        return standings;
    }
}
