package dev.llmagents.team.felicia;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.agent.Checked;
import dev.llmagents.agent.Question;
import dev.llmagents.agent.Rules;
import dev.llmagents.team.felicia.backtest.Backtest;
import dev.llmagents.team.felicia.backtest.BacktestRequest;
import dev.llmagents.team.felicia.backtest.BacktestResult;
import dev.llmagents.team.felicia.check.ModelSentences;
import dev.llmagents.team.felicia.indicator.Oscillators;
import dev.llmagents.team.felicia.market.MarketData;
import dev.llmagents.team.felicia.market.PriceSeries;
import dev.llmagents.team.felicia.metric.Correlations;
import dev.llmagents.team.felicia.metric.Returns;
import dev.llmagents.team.felicia.portfolio.Allocator;
import dev.llmagents.team.felicia.portfolio.Method;
import dev.llmagents.team.felicia.portfolio.StrategyPlan;
import dev.llmagents.team.felicia.trade.Plan;
import dev.llmagents.team.felicia.trade.PlanMaker;
import dev.llmagents.team.felicia.trade.PlanRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Method, weights, plan and backtest. */
final class ArchitectRules implements Rules<ArchitectRules.Input, Design> {
    /** What a model may choose from where the mission leaves the choice open. */
    private static final List<Method> OFFERED =
            List.of(Method.EQUAL_WEIGHT, Method.INVERSE_VOL, Method.MOMENTUM, Method.MIN_VARIANCE);

    private static final double CORRELATED = 0.8;
    private static final int ATR_WINDOW = 14;
    private static final BigDecimal ATRS = BigDecimal.valueOf(2);

    record Input(FeliciaCase felicia, ProductBrief brief) {}

    @Override
    public Design answer(Input input) {
        TradeTerms terms =
                TradeTerms.of(input.felicia().mission()).under(input.brief().limits());
        boolean asked = terms.strategy().method() != Method.AUTO;
        return design(input, terms, asked ? "input" : "rules", asked ? List.of() : options(input, terms));
    }

    private static PlanRequest request(Input input, TradeTerms terms) {
        FeliciaCase felicia = input.felicia();
        return new PlanRequest(
                felicia.market(),
                felicia.mission().objective().asOf(),
                terms.account(),
                terms.strategy(),
                terms.limits(),
                terms.costs(),
                terms.execution(),
                felicia.guards(),
                terms.riskFree());
    }

    private static TradeTerms with(TradeTerms terms, Method method) {
        return new TradeTerms(
                terms.account(),
                terms.strategy().with(method),
                terms.limits(),
                terms.costs(),
                terms.execution(),
                terms.riskFree(),
                terms.benchmark(),
                terms.folds(),
                terms.notes());
    }

    private static List<Design.Option> options(Input input, TradeTerms terms) {
        return OFFERED.parallelStream()
                .flatMap(method -> option(input, with(terms, method)).stream())
                .toList();
    }

    /** Empty if the method does not pass the limits. */
    private static Optional<Design.Option> option(Input input, TradeTerms terms) {
        Plan plan = PlanMaker.plan(request(input, terms));
        boolean passes = (plan.orders().isEmpty() || !plan.allowed().isEmpty())
                && plan.figures().volatility()
                        <= input.brief().limits().maxVolatility().doubleValue();
        return passes
                ? Optional.of(new Design.Option(
                        terms.strategy().method(),
                        plan.figures().volatility(),
                        plan.figures().var95()))
                : Optional.empty();
    }

    private static Design design(Input input, TradeTerms terms, String origin, List<Design.Option> options) {
        MarketData market = input.felicia().market();
        Plan plan = PlanMaker.plan(request(input, terms));
        Optional<BacktestResult> backtest = Optional.empty();
        String whyNot = "";
        try {
            // The strategy as asked for: auto chooses anew at every turn of the past, as it would have done.
            StrategyPlan strategy = terms.strategy();
            BigDecimal cash = plan.equity().max(BigDecimal.ONE);
            backtest = Optional.of(Backtest.run(new BacktestRequest(
                    market,
                    strategy,
                    terms.limits(),
                    terms.costs(),
                    terms.execution(),
                    terms.backtest(input.felicia().mission(), market, cash))));
        } catch (IllegalArgumentException tooShort) {
            whyNot = tooShort.getMessage();
        }
        return new Design(
                terms,
                plan,
                origin,
                options,
                backtest,
                whyNot,
                stops(market, plan),
                clusters(market, plan, terms),
                backtest.map(ArchitectRules::halfKelly),
                List.of());
    }

    /** Half of mean over variance of the daily returns: beyond it more risk no longer pays (Kelly 1956). */
    private static double halfKelly(BacktestResult result) {
        double[] returns = Returns.simple(result.net().curve().values());
        double variance = Math.pow(Returns.deviation(returns), 2);
        return variance > 0 ? Math.max(0, Returns.mean(returns) / variance / 2) : 0;
    }

    private static SortedMap<String, BigDecimal> stops(MarketData market, Plan plan) {
        SortedMap<String, BigDecimal> stops = new TreeMap<>();
        for (String symbol : plan.targets().keySet()) {
            Optional<PriceSeries> series = market.series(symbol).filter(own -> own.size() > ATR_WINDOW);
            series.ifPresent(own -> {
                double[] atr = Oscillators.atr(own.highs(), own.lows(), own.closes(), ATR_WINDOW);
                double range = atr[own.size() - 1];
                BigDecimal stop = BigDecimal.valueOf(own.close(own.size() - 1))
                        .subtract(
                                Facts.figure(Double.isFinite(range) ? range : 0).multiply(ATRS));
                BigDecimal tick = own.instrument().tick();
                stops.put(
                        symbol,
                        stop.max(BigDecimal.ZERO)
                                .divide(tick, 0, RoundingMode.HALF_UP)
                                .multiply(tick));
            });
        }
        return stops;
    }

    /** Symbols of the plan joined to others they move with. */
    private static List<List<String>> clusters(MarketData market, Plan plan, TradeTerms terms) {
        int day = market.days() - 1;
        List<String> symbols = market.symbols();
        List<Integer> held = new ArrayList<>();
        for (int i = 0; i < symbols.size(); i++) {
            if (plan.weights().containsKey(symbols.get(i))) {
                held.add(i);
            }
        }
        double[][] returns =
                Allocator.returns(market, day, held, terms.strategy().lookback());
        int[] cluster = new int[held.size()];
        for (int i = 0; i < cluster.length; i++) {
            cluster[i] = i;
        }
        for (Correlations.Pair pair : Correlations.above(CORRELATED, returns)) {
            int from = cluster[pair.other()];
            for (int k = 0; k < cluster.length; k++) {
                cluster[k] = cluster[k] == from ? cluster[pair.one()] : cluster[k];
            }
        }
        Map<Integer, List<String>> together = new TreeMap<>();
        for (int i = 0; i < cluster.length; i++) {
            together.computeIfAbsent(cluster[i], key -> new ArrayList<>()).add(symbols.get(held.get(i)));
        }
        return together.values().stream().filter(group -> group.size() > 1).toList();
    }

    @Override
    public List<Question> questions(Input input, Design answer) {
        StringBuilder options = new StringBuilder();
        answer.options()
                .forEach(option -> options.append(option.method().code())
                        .append(": volatility ")
                        .append(Facts.figure(option.volatility()).toPlainString())
                        .append(", one-day 95 % value at risk ")
                        .append(Facts.figure(option.var95()).toPlainString())
                        .append('\n'));
        return List.of(new Question(
                "",
                Map.of(
                        "method",
                        answer.plan().allocation().method().code() + " (" + answer.methodOrigin() + "): "
                                + answer.plan().allocation().reason(),
                        "options",
                        options.isEmpty() ? "None: the mission says which." : options.toString(),
                        "facts",
                        KnownFacts.of(input.felicia(), input.brief(), answer).lines())));
    }

    @Override
    public Checked<Design> check(Input input, Design own, List<JsonNode> replies) {
        Set<String> offered = new TreeSet<>();
        own.options().forEach(option -> offered.add(option.method().code()));
        Design design = own;
        int chosenByModel = 0;
        int refused = 0;
        for (JsonNode reply : replies) {
            String wished = reply.path("method").asText("").strip();
            if (wished.isEmpty()
                    || wished.equals(own.plan().allocation().method().code())) {
                continue;
            }
            if (offered.contains(wished)) {
                Method method = Method.ofCode(wished).orElseThrow();
                design = design(input, with(own.terms(), method), "model", own.options());
                chosenByModel = 1;
            } else {
                refused++;
            }
        }
        // Sentences are held against the figures of the design that stands in the end.
        ModelSentences sentences = new ModelSentences(KnownFacts.of(input.felicia(), input.brief(), design));
        List<String> rationale = new ArrayList<>();
        replies.forEach(reply -> rationale.addAll(sentences.of(reply.path("rationale"))));
        return new Checked<>(
                design.with(Statement.ofModel(rationale)),
                sentences.kept() + chosenByModel,
                sentences.dropped() + refused,
                List.of());
    }
}
