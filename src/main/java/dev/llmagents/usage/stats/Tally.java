package dev.llmagents.usage.stats;

import dev.llmagents.llm.Attempt;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Adds lines to the sums they belong to. For one thread; those of several are added up at the end. */
final class Tally implements LineReader.Sink {
    /** Groups at most: what fits into 256 MiB with two threads and every format. */
    static final int MOST_GROUPS = 10_000;

    private static final long VERSION = 1;
    private static final byte[] OK = ascii("ok");
    private static final byte[] INITIAL = ascii("initial");
    private static final byte[] RETRY = ascii("retry");
    private static final byte[] FALLBACK = ascii("fallback");
    private static final byte[] CACHE = ascii("cache");
    private static final byte[] COALESCED = ascii("coalesced");
    private static final byte[] RULES = ascii("rules");

    private final long since;
    private final long until;
    private final Optional<byte[]> tenant;
    private final Optional<Repricing> repricing;
    private final LineTime time = new LineTime();
    private final TokenCounts tokens = new TokenCounts();
    private final Amount cost = new Amount();
    private final Amount saved = new Amount();
    private final Groups groups;
    private final SeriesSums series;
    private long damaged;
    private long otherVersions;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    Tally(UsageQuery query, Dimension seriesUnit) {
        this.since = query.since().map(java.time.Instant::toEpochMilli).orElse(Long.MIN_VALUE);
        this.until = query.until().map(java.time.Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        this.tenant = query.tenant().map(name -> name.getBytes(StandardCharsets.UTF_8));
        this.repricing = query.prices().map(Repricing::new);
        this.groups = new Groups(query.by());
        this.series = new SeriesSums(seriesUnit);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void damaged() {
        damaged++;
    }

    @Override
    public void line(UsageLine line) {
        long millis = line.isText(Field.TS)
                ? time.millis(line.bytes(), line.from(Field.TS), line.to(Field.TS))
                : LineTime.NONE;
        if (millis == LineTime.NONE || !readTokens(line)) {
            damaged++;
            return;
        }
        boolean wanted = millis >= since && millis < until && (tenant.isEmpty() || line.is(Field.TENANT, tenant.get()));
        if (!wanted) {
            return;
        }
        long latency = count(line, Field.LATENCY);
        long number = line.isNumber(Field.ATTEMPT) ? count(line, Field.ATTEMPT) : 0;
        if (latency < 0 || number < 0 || !cost.read(line, Field.COST) || !saved.read(line, Field.SAVED)) {
            damaged++;
            return;
        }
        if (!line.isNumber(Field.V) || count(line, Field.V) != VERSION) {
            otherVersions++;
        }
        first = Math.min(first, millis);
        last = Math.max(last, millis);
        add(line, millis, number, latency);
    }

    private void add(UsageLine line, long millis, long number, long latency) {
        GroupSums group = groups.of(line, millis);
        SeriesSums.Sums stretch = series.at(millis);
        Attempt.Cause cause = cause(line);
        boolean attempt = cause.isBillable();
        boolean again = cause == Attempt.Cause.RETRY || cause == Attempt.Cause.FALLBACK;
        // What rules answered stands beside the call that came to nothing. Where attempts are not numbered, all but
        // repetitions begin a call.
        boolean call = cause != Attempt.Cause.RULES && (number == 1 || (number == 0 && !again));
        boolean ok = line.is(Field.STATUS, OK);
        group.count(cause, call, ok, tokens, latency);
        if (call) {
            stretch.calls++;
        }
        if (attempt) {
            stretch.attempts++;
        }
        if (!ok) {
            String kind = line.text(Field.ERROR_TYPE);
            group.error(kind.isEmpty() ? "unknown" : kind, 1);
            stretch.errors++;
        }
        money(line, millis, attempt, group, stretch);
    }

    private static Attempt.Cause cause(UsageLine line) {
        if (line.is(Field.CAUSE, INITIAL)) {
            return Attempt.Cause.INITIAL;
        }
        if (line.is(Field.CAUSE, RETRY)) {
            return Attempt.Cause.RETRY;
        }
        if (line.is(Field.CAUSE, FALLBACK)) {
            return Attempt.Cause.FALLBACK;
        }
        if (line.is(Field.CAUSE, COALESCED)) {
            return Attempt.Cause.COALESCED;
        }
        if (line.is(Field.CAUSE, RULES)) {
            return Attempt.Cause.RULES;
        }
        if (line.is(Field.CAUSE, CACHE) || line.isTrue(Field.CACHED)) {
            return Attempt.Cause.CACHE;
        }
        // A line that does not say why was written by another version: it was an attempt, as nearly all are.
        return Attempt.Cause.INITIAL;
    }

    private void money(UsageLine line, long millis, boolean attempt, GroupSums group, SeriesSums.Sums stretch) {
        if (repricing.isEmpty()) {
            cost.addTo(group.cost);
            cost.addTo(stretch.cost);
            saved.addTo(group.saved);
            if (attempt && !cost.isKnown()) {
                group.unpriced++;
            }
            return;
        }
        if (!attempt) {
            repricing.get().addCost(line, millis, tokens, group.saved);
        } else if (repricing.get().addCost(line, millis, tokens, group.cost)) {
            repricing.get().addCost(line, millis, tokens, stretch.cost);
        } else {
            group.unpriced++;
        }
    }

    private boolean readTokens(UsageLine line) {
        tokens.prompt = count(line, Field.PROMPT);
        tokens.cachedPrompt = count(line, Field.CACHED_PROMPT);
        tokens.cacheWrite = count(line, Field.CACHE_WRITE);
        tokens.completion = count(line, Field.COMPLETION);
        tokens.reasoning = count(line, Field.REASONING);
        // One bit tells whether any is unfit.
        return (tokens.prompt | tokens.cachedPrompt | tokens.cacheWrite | tokens.completion | tokens.reasoning) >= 0;
    }

    /** What the field counts; zero if it is missing, below zero if it makes no sense. */
    private static long count(UsageLine line, Field field) {
        return line.isNumber(field) ? NumberBytes.count(line.bytes(), line.from(field), line.to(field)) : 0;
    }

    void add(Tally other) {
        groups.add(other.groups);
        series.add(other.series);
        damaged += other.damaged;
        otherVersions += other.otherVersions;
        first = Math.min(first, other.first);
        last = Math.max(last, other.last);
    }

    Groups groups() {
        return groups;
    }

    UsageReport.Series series() {
        return series.series();
    }

    long damagedLines() {
        return damaged;
    }

    long otherVersions() {
        return otherVersions;
    }

    /** In milliseconds since 1970; later than {@link #last} if no line counted. */
    long first() {
        return first;
    }

    long last() {
        return last;
    }
}
