package dev.llmagents.team.felicia;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.agent.Checked;
import dev.llmagents.agent.Question;
import dev.llmagents.agent.Rules;
import dev.llmagents.team.felicia.Validation.Check;
import dev.llmagents.team.felicia.Validation.Level;
import dev.llmagents.team.felicia.backtest.BacktestResult;
import dev.llmagents.team.felicia.backtest.Recursive;
import dev.llmagents.team.felicia.bank.BankReport;
import dev.llmagents.team.felicia.check.ModelSentences;
import dev.llmagents.team.felicia.market.Defect;
import dev.llmagents.team.felicia.market.DefectCode;
import dev.llmagents.team.felicia.market.Severity;
import dev.llmagents.team.felicia.trade.Fill;
import dev.llmagents.team.felicia.trade.PaperBroker;
import dev.llmagents.team.felicia.trade.Replay;
import dev.llmagents.team.felicia.trade.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks at everything again, where it can on another way than the one it came about. */
final class QaRules implements Rules<QaRules.Input, Validation> {
    private static final double FORGETFUL = 0.01;
    private static final int SETTLED_BARS = 252;

    record Input(FeliciaCase felicia, ProductBrief brief, Design design, BankingOutcome banking, Trades trades) {
        Facts facts() {
            return KnownFacts.of(felicia, brief, design, banking, trades);
        }
    }

    @Override
    public Validation answer(Input input) {
        List<Check> checks = new ArrayList<>();
        data(input, checks);
        preTrade(input, checks);
        replay(input, checks);
        backtest(input, checks);
        criteria(input, checks);
        mission(input, checks);
        banking(input, checks);
        return new Validation(checks, List.of());
    }

    private static void data(Input input, List<Check> checks) {
        Map<String, List<Defect>> byKind = new TreeMap<>();
        for (Defect defect : input.felicia().market().defects()) {
            byKind.computeIfAbsent(defect.code() + " " + defect.severity(), key -> new ArrayList<>())
                    .add(defect);
        }
        if (byKind.isEmpty()) {
            checks.add(new Check("QA01_DATA", Level.PASS, "The price files are sound."));
        }
        for (List<Defect> alike : byKind.values()) {
            Defect first = alike.get(0);
            long count = alike.stream().mapToLong(Defect::occurrences).sum();
            boolean blocks = first.severity() == Severity.BLOCK;
            // Rows after the day of the mission are what paper fills are made on.
            Level level = blocks || first.code() != DefectCode.AFTER_ASOF ? Level.WARN : Level.INFO;
            String more = count > 1 ? " (" + count + " in all)" : "";
            String kept = blocks ? " Its symbol is not traded." : "";
            checks.add(new Check("QA01_DATA", level, first.code() + ": " + first.message() + more + kept));
        }
    }

    private static void preTrade(Input input, List<Check> checks) {
        List<dev.llmagents.team.felicia.trade.Check> all = input.design().plan().checks();
        int passed = 0;
        for (dev.llmagents.team.felicia.trade.Check check : all) {
            if (check.severity().isEmpty()) {
                passed++;
                continue;
            }
            boolean whole = check.order().isEmpty() && check.symbol().isEmpty();
            Level level = check.blocks() && whole ? Level.BLOCK : Level.WARN;
            String about = check.order()
                    .map(id -> "order " + id + " (" + check.symbol() + "): ")
                    .orElse(check.symbol().isEmpty() ? "" : check.symbol() + ": ");
            String effect = check.blocks() && !whole ? "; it is not made" : "";
            checks.add(new Check(
                    check.code(),
                    level,
                    about + check.message() + measured(check.measured(), check.limit()) + effect + "."));
        }
        checks.add(new Check("QA02_PRE_TRADE", Level.PASS, passed + " of " + all.size() + " pre-trade checks passed."));
        if (!input.design().plan().orders().isEmpty() && input.trades().orders().isEmpty()) {
            checks.add(new Check("QA02_PRE_TRADE", Level.BLOCK, "No order of the plan may be made."));
        }
    }

    private static String measured(double measured, double limit) {
        return Double.isFinite(measured) && Double.isFinite(limit)
                ? " (" + Facts.figure(measured).toPlainString() + ", limit "
                        + Facts.figure(limit).toPlainString() + ")"
                : "";
    }

    private static void replay(Input input, List<Check> checks) {
        if (input.trades().executed().isEmpty()) {
            checks.add(new Check("QA03_REPLAY", Level.INFO, "Nothing was executed, as asked."));
            return;
        }
        PaperBroker.Executed executed = input.trades().executed().get();
        TradeTerms terms = input.design().terms();
        Replay.Result replayed = Replay.of(
                terms.account(),
                input.trades().orders(),
                executed.fills(),
                input.felicia().market().later(),
                terms.costs(),
                terms.limits().allowShort());
        replayed.issues().forEach(issue -> checks.add(new Check("QA03_REPLAY", Level.BLOCK, sentence(issue))));
        if (replayed.issues().isEmpty()) {
            checks.add(new Check(
                    "QA03_REPLAY",
                    Level.PASS,
                    executed.fills().size()
                            + " fills recomputed on a second way, each within high and low of its bar."));
        }
        boolean cash = replayed.cash().compareTo(executed.cash()) == 0;
        checks.add(new Check(
                "QA04_CASH",
                cash ? Level.PASS : Level.BLOCK,
                "Cash after the fills is " + executed.cash().toPlainString() + ", recomputed "
                        + replayed.cash().toPlainString() + "."));
        Map<String, BigDecimal> counted = positions(input, executed);
        boolean same = counted.keySet().equals(replayed.positions().keySet())
                && counted.entrySet().stream()
                        .allMatch(
                                held -> replayed.positions().get(held.getKey()).compareTo(held.getValue()) == 0);
        checks.add(new Check(
                "QA05_POSITIONS",
                same ? Level.PASS : Level.BLOCK,
                "Positions are what was held and what was traded" + (same ? "." : ": they do not add up.")));
        long pending = executed.statuses().values().stream()
                .filter(status -> status != PaperBroker.Status.FILLED)
                .count();
        if (pending > 0) {
            checks.add(new Check(
                    "QA06_OPEN",
                    Level.WARN,
                    pending + " orders are not filled in full: there was too little volume, or"
                            + " there is no bar yet."));
        }
    }

    private static Map<String, BigDecimal> positions(Input input, PaperBroker.Executed executed) {
        Map<String, BigDecimal> counted = new TreeMap<>();
        input.design().terms().account().holdings().forEach(held -> counted.put(held.symbol(), held.quantity()));
        for (Fill fill : executed.fills()) {
            counted.merge(
                    fill.symbol(),
                    fill.side() == Side.BUY ? fill.quantity() : fill.quantity().negate(),
                    BigDecimal::add);
        }
        return counted;
    }

    private static void backtest(Input input, List<Check> checks) {
        if (input.design().backtest().isEmpty()) {
            checks.add(new Check(
                    "QA07_BACKTEST",
                    Level.WARN,
                    sentence("no backtest: " + input.design().whyNoBacktest())));
            return;
        }
        BacktestResult result = input.design().backtest().get();
        boolean honest = result.lookAhead().passed();
        checks.add(new Check(
                "QA07_LOOK_AHEAD",
                !honest ? Level.BLOCK : result.lookAhead().cuts().isEmpty() ? Level.WARN : Level.PASS,
                !honest
                        ? "Signals changed when the future was changed, first on "
                                + result.lookAhead().changed().get(0) + "."
                        : result.lookAhead().cuts().isEmpty()
                                ? "There are too few days to test for look-ahead."
                                : "No signal changed when the future after "
                                        + result.lookAhead().cuts() + " was changed."));
        double worst = result.recursive().stream()
                .filter(each -> each.bars() >= SETTLED_BARS && Double.isFinite(each.difference()))
                .mapToDouble(Recursive::difference)
                .max()
                .orElse(0);
        checks.add(new Check(
                "QA08_RECURSIVE",
                worst > FORGETFUL ? Level.WARN : Level.PASS,
                "Indicators differ by at most " + percent(worst) + " when their history is a year or longer."));
        double net = result.performance().totalReturn();
        double doubled = KnownFacts.change(
                result.doubled().curve().start(), result.doubled().curve().last());
        checks.add(new Check(
                "QA09_DOUBLED_COSTS",
                net > 0 && doubled <= 0 ? Level.WARN : Level.PASS,
                "The backtest returned " + percent(net) + ", and " + percent(doubled) + " at doubled costs."));
        double benchmark = result.benchmarkPerformance().totalReturn();
        checks.add(new Check(
                "QA10_BENCHMARK",
                net < benchmark ? Level.INFO : Level.PASS,
                "The benchmark (" + input.design().terms().benchmark().code() + ") returned " + percent(benchmark)
                        + ", buying and holding " + percent(result.buyAndHoldReturn()) + "."));
    }

    private static void criteria(Input input, List<Check> checks) {
        Facts facts = input.facts();
        for (ProductBrief.Criterion criterion : input.brief().criteria()) {
            Optional<BigDecimal> measured = Optional.ofNullable(facts.numbers().get(criterion.measure()));
            String limit = (criterion.isAtMost() ? "at most " : "at least ")
                    + percent(criterion.limit().doubleValue()) + " (" + criterion.origin() + ")";
            if (measured.isEmpty()) {
                checks.add(new Check(
                        criterion.code(),
                        Level.WARN,
                        criterion.measure() + " could not be measured; wanted is " + limit + "."));
                continue;
            }
            // A weight at its cap may lie above it by what the solver rounds.
            double slack = 1e-9;
            double value = measured.get().doubleValue();
            boolean met = criterion.isAtMost()
                    ? value <= criterion.limit().doubleValue() + slack
                    : value >= criterion.limit().doubleValue() - slack;
            checks.add(new Check(
                    criterion.code(),
                    met ? Level.PASS : Level.WARN,
                    criterion.measure() + " is " + percent(value) + ", wanted is " + limit
                            + (met ? "." : ": not met.")));
        }
    }

    private static void mission(Input input, List<Check> checks) {
        input.brief()
                .contradictions()
                .forEach(two -> checks.add(new Check(
                        "QA11_CONTRADICTION",
                        Level.WARN,
                        two.key() + " is " + two.one() + ", and the statement says " + two.other() + " (\""
                                + two.quote() + "\").")));
        input.design().terms().notes().forEach(note -> checks.add(new Check("QA12_MISSION", Level.WARN, note)));
    }

    private static void banking(Input input, List<Check> checks) {
        BankingOutcome banking = input.banking();
        banking.problems()
                .forEach((file, problems) -> problems.forEach(problem -> checks.add(new Check(
                        problem.code(), Level.BLOCK, file + ", line " + problem.line() + ": " + problem.message()))));
        if (!banking.files().isEmpty() && banking.problems().isEmpty()) {
            checks.add(
                    new Check("QA13_PAYMENT_FILE", Level.PASS, banking.files().size() + " payment drafts read again."));
        }
        banking.funding()
                .filter(funding -> funding.shortfall().signum() > 0)
                .ifPresent(funding -> checks.add(new Check(
                        "QA14_FUNDING",
                        Level.WARN,
                        "The purchases need " + funding.shortfall().toPlainString()
                                + " more than there is settled cash for. " + funding.proposal())));
        banking.report().ifPresent(report -> {
            for (BankReport.Status status :
                    List.of(BankReport.Status.BLOCKED, BankReport.Status.QUESTION, BankReport.Status.NEEDS_APPROVAL)) {
                long count = report.count(status);
                if (count > 0) {
                    Level level = status == BankReport.Status.NEEDS_APPROVAL ? Level.INFO : Level.WARN;
                    checks.add(new Check("QA15_BANK", level, count + " banking requests: " + status + "."));
                }
            }
            if (!report.screened()) {
                checks.add(new Check(
                        "QA16_SANCTIONS", Level.INFO, "NOT SCREENED: the mission names no list of sanctions."));
            }
        });
    }

    private static String percent(double share) {
        return Double.isFinite(share)
                ? BigDecimal.valueOf(share)
                                .movePointRight(2)
                                .setScale(2, java.math.RoundingMode.HALF_UP)
                                .toPlainString()
                        + " %"
                : "not defined";
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    @Override
    public List<Question> questions(Input input, Validation answer) {
        StringBuilder checks = new StringBuilder("verdict: " + answer.verdict() + "\n");
        answer.from(Level.INFO)
                .forEach(check -> checks.append(check.level())
                        .append(' ')
                        .append(check.code())
                        .append(": ")
                        .append(check.detail())
                        .append('\n'));
        return List.of(new Question(
                "", Map.of("checks", checks.toString(), "facts", input.facts().lines())));
    }

    /** A model's concerns stand beside the checks: they make no verdict better or worse. */
    @Override
    public Checked<Validation> check(Input input, Validation own, List<JsonNode> replies) {
        ModelSentences sentences = new ModelSentences(input.facts(), own.verdict());
        List<String> concerns = new ArrayList<>();
        replies.forEach(reply -> concerns.addAll(sentences.of(reply.path("concerns"))));
        return new Checked<>(
                new Validation(own.checks(), Statement.ofModel(concerns)),
                sentences.kept(),
                sentences.dropped(),
                List.of());
    }
}
