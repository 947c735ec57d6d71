package dev.llmagents.state;

import dev.llmagents.llm.BudgetLedger;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The ledger of one run, in memory: the page of a {@link MoneyLedger}, never written down, since nobody else counts on it.
 * The whole of a run is one period, however long it takes.
 */
final class RunLedger implements BudgetLedger {
    private static final String PERIOD = "run";

    private final Supplier<Instant> now;
    private final MoneyPage page = MoneyPage.parse("");
    private long reservations;

    RunLedger(Supplier<Instant> now) {
        this.now = now;
    }

    @Override
    public synchronized Decision reserve(List<Cap> caps, BigDecimal amount, Duration life) {
        Instant moment = now.get();
        page.closeOverdue(moment);
        for (Cap cap : caps) {
            Standing standing = page.standing(cap, PERIOD, moment);
            if (!standing.hasRoomFor(amount)) {
                return new Decision(Optional.empty(), Optional.of(standing));
            }
        }
        Reservation granted = new Reservation(Long.toString(++reservations), PERIOD, amount, caps);
        page.hold(granted, moment.plus(life));
        return new Decision(Optional.of(granted), Optional.empty());
    }

    @Override
    public synchronized List<Standing> settle(Reservation reservation, BigDecimal cost) {
        page.settle(reservation, cost);
        page.closeOverdue(now.get());
        return standingsNow(reservation.caps());
    }

    @Override
    public synchronized List<Standing> standings(List<Cap> caps) {
        page.closeOverdue(now.get());
        return standingsNow(caps);
    }

    private List<Standing> standingsNow(List<Cap> caps) {
        Instant moment = now.get();
        List<Standing> standings = new ArrayList<>();
        caps.forEach(cap -> standings.add(page.standing(cap, PERIOD, moment)));
        return standings;
    }

    @Override
    public synchronized List<Scope> scopes() {
        page.closeOverdue(now.get());
        return page.scopes(PERIOD).stream()
                .flatMap(key -> Scope.ofKey(key).stream())
                .toList();
    }
}
