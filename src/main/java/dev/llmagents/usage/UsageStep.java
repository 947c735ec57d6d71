package dev.llmagents.usage;

import dev.llmagents.llm.Attempt;
import dev.llmagents.llm.AttemptListener;
import dev.llmagents.llm.LLMCall;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.LLMStep;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.usage.stats.UsageTotals;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Writes one line for each attempt the moment it ends, and tells the caller what the whole call cost. */
public final class UsageStep implements LLMStep {
    private final UsageLog log;
    private final CostCalculator costs;
    private final UsageTotals totals;
    private final UsageRecord.Who who;
    private final TimeSource time;

    public UsageStep(UsageLog log, CostCalculator costs, UsageTotals totals, UsageRecord.Who who, TimeSource time) {
        this.log = log;
        this.costs = costs;
        this.totals = totals;
        this.who = who;
        this.time = time;
    }

    @Override
    public LLMResponse handle(LLMCall call, Next next) {
        long start = time.nanos().getAsLong();
        Bill bill = new Bill(call, start);
        try {
            LLMResponse response = next.proceed(call.withAttempts(bill));
            Duration latency = time.since(start);
            totals.answered(response.cached(), latency);
            return response.settled(bill.total(), latency);
        } catch (RuntimeException | Error failure) {
            totals.failed();
            throw failure;
        }
    }

    /** The attempts of one call. */
    private final class Bill implements AttemptListener {
        private final LLMCall call;
        private long lastEnd;
        private int attempts;
        private Optional<BigDecimal> sum = Optional.of(BigDecimal.ZERO);

        private Bill(LLMCall call, long start) {
            this.call = call;
            this.lastEnd = start;
        }

        @Override
        public synchronized void ended(Attempt attempt) {
            Duration sinceLast = time.since(lastEnd);
            lastEnd = time.nanos().getAsLong();
            Duration overhead = sinceLast.minus(attempt.waitedBefore());
            if (attempt.cause().isBillable()) {
                overhead = overhead.minus(attempt.latency());
            }
            Instant now = time.now();
            LocalDate day = now.atOffset(ZoneOffset.UTC).toLocalDate();
            Optional<BigDecimal> price = costs.cost(attempt.target(), attempt.model(), attempt.tokens(), day);
            boolean billable = attempt.cause().isBillable();
            Optional<BigDecimal> cost = billable ? price : Optional.of(BigDecimal.ZERO);
            BigDecimal saved = billable ? BigDecimal.ZERO : price.orElse(BigDecimal.ZERO);
            sum = sum.flatMap(before -> cost.map(before::add));
            attempts++;
            totals.add(attempt, attempts == 1, cost, saved);
            log.append(new UsageRecord(
                    now,
                    call.request(),
                    attempts,
                    attempt,
                    cost,
                    saved,
                    costs.asOf(),
                    overhead.isNegative() ? Duration.ZERO : overhead,
                    who));
            call.attempts().ended(attempt);
        }

        private synchronized Optional<BigDecimal> total() {
            return sum;
        }
    }
}
