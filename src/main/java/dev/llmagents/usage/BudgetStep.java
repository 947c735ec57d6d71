package dev.llmagents.usage;

import dev.llmagents.json.SchemaMemory;
import dev.llmagents.llm.Attempt;
import dev.llmagents.llm.BudgetLedger;
import dev.llmagents.llm.BudgetLedger.Cap;
import dev.llmagents.llm.BudgetLedger.Decision;
import dev.llmagents.llm.BudgetLedger.Reservation;
import dev.llmagents.llm.BudgetLedger.Standing;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMCall;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.LLMStep;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.llm.TokenEstimate;
import dev.llmagents.llm.TokenUsage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Keeps attempts within budgets: reserves what an attempt may cost at most before it is made, and puts what it did cost in
 * its place the moment it has ended.
 *
 * <p>Stands around each single attempt, inside of retries and fallbacks, since each of them is billed. An attempt that finds
 * no room only because others are on their way waits for what these give back, for half of the time it has.
 */
public final class BudgetStep implements LLMStep {
    // An answer is read and written down within it; what is not settled then counts as spent, to the last cent of it.
    private static final Duration SLACK = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Budgets budgets;
    private final BudgetLedger run;
    private final BudgetLedger daily;
    private final CostCalculator costs;
    private final TimeSource time;
    private final Consumer<String> warnings;
    private final SchemaMemory<Long> schemas = new SchemaMemory<>(TokenEstimate::ofSchema);
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    /**
     * @param run counts this run's money
     * @param daily counts the money of a day, of all runs
     * @param warnings is told once for each budget that is nearly spent
     */
    public BudgetStep(
            Budgets budgets,
            BudgetLedger run,
            BudgetLedger daily,
            CostCalculator costs,
            TimeSource time,
            Consumer<String> warnings) {
        this.budgets = budgets;
        this.run = run;
        this.daily = daily;
        this.costs = costs;
        this.time = time;
        this.warnings = warnings;
    }

    private record Purse(BudgetLedger ledger, List<Cap> caps) {}

    private record Held(BudgetLedger ledger, Reservation reservation) {}

    @Override
    public LLMResponse handle(LLMCall call, Next next) {
        List<Purse> purses = purses(call);
        if (purses.isEmpty()) {
            return next.proceed(call);
        }
        BigDecimal worst = worstCase(call);
        if (worst.signum() == 0) {
            return next.proceed(call);
        }
        Bill bill = new Bill(call, worst, reserve(purses, worst, call));
        try {
            return next.proceed(call.withAttempts(bill::ended));
        } finally {
            bill.close();
        }
    }

    private List<Purse> purses(LLMCall call) {
        List<Purse> purses = new ArrayList<>();
        List<Cap> ofRun = budgets.ofRun(call.request().origin());
        List<Cap> ofDay = budgets.ofDay(call.request().origin());
        if (!ofRun.isEmpty()) {
            purses.add(new Purse(run, ofRun));
        }
        if (!ofDay.isEmpty()) {
            purses.add(new Purse(daily, ofDay));
        }
        return purses;
    }

    private BigDecimal worstCase(LLMCall call) {
        return costs.worstCase(
                        call.target(),
                        TokenEstimate.atMost(call.request(), schemas::of),
                        call.request().parameters().maxTokens(),
                        today())
                .orElseThrow(() -> new LLMException.Failed(
                        ErrorType.BUDGET,
                        "the price of " + call.target() + " is not known, so no budget can hold for it: state it"
                                + " under prices in config.yaml, or choose a model of the price list"));
    }

    private LocalDate today() {
        return time.now().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private List<Held> reserve(List<Purse> purses, BigDecimal worst, LLMCall call) {
        Duration patience = call.deadline().remaining().dividedBy(2);
        Duration life = call.deadline().remaining().plus(SLACK);
        Duration pause = FIRST_PAUSE;
        while (true) {
            List<Held> held = new ArrayList<>();
            // Looking needs no lock: many who wait must not keep those from the ledger who have something to give back.
            Optional<Standing> refusal = noRoomAtASight(purses, worst).or(() -> tryAll(purses, worst, life, held));
            if (refusal.isEmpty()) {
                return held;
            }
            boolean worthWaiting = refusal.get().mayHaveRoomFor(worst)
                    && call.deadline().remaining().compareTo(patience) > 0;
            if (!worthWaiting) {
                throw new LLMException.Failed(ErrorType.BUDGET, sentence(refusal.get(), worst));
            }
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private static Optional<Standing> noRoomAtASight(List<Purse> purses, BigDecimal worst) {
        return purses.stream()
                .flatMap(purse -> purse.ledger().standings(purse.caps()).stream())
                .filter(standing -> !standing.hasRoomFor(worst))
                .findFirst();
    }

    /** Reserves in all purses or in none; the cap that refused. */
    private static Optional<Standing> tryAll(List<Purse> purses, BigDecimal worst, Duration life, List<Held> held) {
        boolean done = false;
        try {
            for (Purse purse : purses) {
                Decision decision = purse.ledger().reserve(purse.caps(), worst, life);
                if (decision.refusal().isPresent()) {
                    return decision.refusal();
                }
                held.add(new Held(purse.ledger(), decision.reservation().orElseThrow()));
            }
            done = true;
            return Optional.empty();
        } finally {
            if (!done) {
                held.forEach(each -> each.ledger().settle(each.reservation(), BigDecimal.ZERO));
            }
        }
    }

    private static String sentence(Standing standing, BigDecimal worst) {
        Cap cap = standing.cap();
        StringBuilder text = new StringBuilder("budget exceeded: ").append(spent(standing));
        if (standing.spent().compareTo(cap.limitUsd()) < 0) {
            if (!standing.mayHaveRoomFor(worst)) {
                text.append(", and the next call may cost up to ").append(Usd.up(worst));
            } else {
                text.append(", and calls on their way may cost the rest");
            }
        }
        return text.toString();
    }

    private static String spent(Standing standing) {
        Cap cap = standing.cap();
        boolean ofRun = cap.scope().kind() == BudgetLedger.Scope.Kind.RUN;
        return cap.scope().words() + " has spent " + Usd.of(standing.spent()) + " of " + Usd.of(cap.limitUsd()) + " USD"
                + (ofRun ? cap.scope().name().isEmpty() ? " (--max-cost)" : " (maxCost)" : " today");
    }

    private void sleep(Duration pause) {
        try {
            time.sleeper().sleep(pause);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new LLMException.Failed(ErrorType.CANCELLED, "The call was cancelled.", cancelled);
        }
    }

    private void warnIfNearlySpent(List<Standing> standings) {
        for (Standing standing : standings) {
            Cap cap = standing.cap();
            boolean nearly = standing.spent().compareTo(cap.limitUsd().multiply(budgets.warn())) >= 0;
            if (nearly && warned.add(cap.scope().key())) {
                warnings.accept("Budget nearly spent: " + spent(standing) + ".");
            }
        }
    }

    /** What is reserved for one attempt. */
    private final class Bill {
        private final LLMCall call;
        private final BigDecimal worst;
        private final List<Held> held;
        private boolean settled;

        private Bill(LLMCall call, BigDecimal worst, List<Held> held) {
            this.call = call;
            this.worst = worst;
            this.held = held;
        }

        private void ended(Attempt attempt) {
            settle(cost(attempt));
            call.attempts().ended(attempt);
        }

        private BigDecimal cost(Attempt attempt) {
            boolean unknown = attempt.tokens().equals(TokenUsage.NONE)
                    && attempt.error().filter(LLMException::mayBeBilled).isPresent();
            return unknown
                    ? worst
                    : costs.cost(attempt.target(), attempt.model(), attempt.tokens(), today())
                            .orElse(worst);
        }

        private synchronized void settle(BigDecimal cost) {
            if (!settled) {
                settled = true;
                held.forEach(each -> warnIfNearlySpent(each.ledger().settle(each.reservation(), cost)));
            }
        }

        /** Nothing was sent if nothing was told of: then all of it is free again. */
        private void close() {
            settle(BigDecimal.ZERO);
        }
    }
}
