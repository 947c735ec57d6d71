package dev.llmagents.state;

import dev.llmagents.llm.BudgetLedger;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The ledger of one run, in memory, since nobody else counts on it. The whole of a run is one period, however long it takes.
 * It keeps sums: what a reservation costs does not depend on how many others there are.
 */
final class RunLedger implements BudgetLedger {
    private static final String PERIOD = "run";

    private final Supplier<Instant> now;
    private final Map<Scope, Sums> sums = new HashMap<>();
    private final Map<String, Held> held = new HashMap<>();
    private final TreeSet<Held> open =
            new TreeSet<>(Comparator.comparing(Held::until).thenComparing(Held::number));
    private long reservations;

    /** US dollars of one scope. */
    private static final class Sums {
        private BigDecimal spent = BigDecimal.ZERO;
        private BigDecimal reserved = BigDecimal.ZERO;
    }

    /** What one attempt has reserved, by a number that grows. */
    private record Held(long number, BigDecimal amount, List<Cap> caps, Instant until) {}

    RunLedger(Supplier<Instant> now) {
        this.now = now;
    }

    @Override
    public synchronized Decision reserve(List<Cap> caps, BigDecimal amount, Duration life) {
        Instant moment = now.get();
        countOverdue(moment);
        for (Cap cap : caps) {
            Standing standing = standing(cap);
            if (!standing.hasRoomFor(amount)) {
                return new Decision(Optional.empty(), Optional.of(standing));
            }
        }
        Reservation granted = new Reservation(Long.toString(++reservations), PERIOD, amount, caps);
        Held entry = new Held(reservations, amount, granted.caps(), moment.plus(life));
        held.put(granted.id(), entry);
        open.add(entry);
        for (Cap cap : caps) {
            Sums own = sums(cap.scope());
            own.reserved = own.reserved.add(amount);
        }
        return new Decision(Optional.of(granted), Optional.empty());
    }

    @Override
    public synchronized List<Standing> settle(Reservation reservation, BigDecimal cost) {
        Optional<Held> entry = Optional.ofNullable(held.remove(reservation.id()));
        boolean inTime = entry.isPresent() && open.remove(entry.get());
        for (Cap cap : reservation.caps()) {
            Sums own = sums(cap.scope());
            if (inTime) {
                own.reserved = difference(own.reserved, reservation.amount());
            } else if (entry.isPresent()) {
                own.spent = difference(own.spent, reservation.amount());
            }
            own.spent = own.spent.add(cost);
        }
        return standings(reservation.caps());
    }

    @Override
    public synchronized List<Standing> standings(List<Cap> caps) {
        countOverdue(now.get());
        List<Standing> standings = new ArrayList<>(caps.size());
        caps.forEach(cap -> standings.add(standing(cap)));
        return standings;
    }

    @Override
    public synchronized List<Scope> scopes() {
        List<Scope> scopes = new ArrayList<>();
        sums.forEach((scope, own) -> {
            if (own.spent.signum() > 0 || own.reserved.signum() > 0) {
                scopes.add(scope);
            }
        });
        scopes.sort(Comparator.comparing(Scope::key));
        return scopes;
    }

    private Standing standing(Cap cap) {
        Sums own = sums(cap.scope());
        return new Standing(cap, own.spent, own.reserved);
    }

    private Sums sums(Scope scope) {
        return sums.computeIfAbsent(scope, any -> new Sums());
    }

    /** What nobody has settled in its time may have been billed: it counts as spent until somebody settles it. */
    private void countOverdue(Instant moment) {
        while (!open.isEmpty() && !open.first().until().isAfter(moment)) {
            Held late = open.pollFirst();
            for (Cap cap : late.caps()) {
                Sums own = sums(cap.scope());
                own.reserved = difference(own.reserved, late.amount());
                own.spent = own.spent.add(late.amount());
            }
        }
    }

    /** Nothing is plain nought, not nought with the places of what was taken away. */
    private static BigDecimal difference(BigDecimal from, BigDecimal amount) {
        BigDecimal rest = from.subtract(amount);
        return rest.signum() == 0 ? BigDecimal.ZERO : rest;
    }
}
