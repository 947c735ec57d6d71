package dev.llmagents.team.felicia.mission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What no single key can tell: values that have to fit each other. Runs only where every key by itself was sound. */
final class MissionConsistency {
    private final Values root;
    private final KeyReader report;

    private MissionConsistency(Values root, KeyReader report) {
        this.root = root;
        this.report = report;
    }

    static void check(Values root, KeyReader report) {
        MissionConsistency consistency = new MissionConsistency(root, report);
        consistency.symbols();
        consistency.periods();
        consistency.windows();
        consistency.accounts();
    }

    private void symbols() {
        Map<String, Integer> lines = unique(root.list("universe"), "universe", "symbol");
        for (Values position :
                root.section("portfolio").map(p -> p.list("positions")).orElse(List.of())) {
            String symbol = position.text("symbol");
            if (!lines.containsKey(symbol)) {
                report.problem(
                        position.line("symbol"),
                        "portfolio.positions",
                        "'" + ScalarReader.shown(symbol) + "' is owned but not in the universe, so it has no price:"
                                + " add it there with its file.");
            }
        }
        unique(
                root.section("portfolio").map(p -> p.list("positions")).orElse(List.of()),
                "portfolio.positions",
                "symbol");
        if (!lines.isEmpty() && root.section("portfolio").isEmpty()) {
            report.problem(
                    root.line("universe"),
                    "portfolio",
                    "'portfolio' is missing: a universe needs a base currency and cash to trade with.");
        }
        String benchmark = root.section("backtest")
                .flatMap(b -> b.optionalText("benchmark"))
                .orElse("cash");
        if (!Set.of("equal_weight", "cash").contains(benchmark) && !lines.containsKey(benchmark)) {
            report.problem(
                    root.section("backtest").map(b -> b.line("benchmark")).orElse(1),
                    "backtest.benchmark",
                    "'backtest.benchmark' is '" + ScalarReader.shown(benchmark)
                            + "', but has to be equal_weight, cash or a symbol of the universe.");
        }
    }

    private void periods() {
        LocalDate asOf = root.section("mission").map(m -> m.date("as_of")).orElseThrow();
        Optional<Values> backtest = root.section("backtest");
        Optional<LocalDate> from = backtest.flatMap(b -> b.optionalDate("from"));
        if (from.isPresent() && !from.get().isBefore(asOf)) {
            report.problem(
                    backtest.get().line("from"),
                    "backtest.from",
                    "'backtest.from' is " + from.get() + ", but has to be before mission.as_of, " + asOf + ".");
        }
    }

    private void windows() {
        Values strategy = root.section("strategy").orElseThrow();
        BigDecimal fast = strategy.numbers("params").get("fast");
        BigDecimal slow = strategy.numbers("params").get("slow");
        if (fast != null && slow != null && fast.compareTo(slow) >= 0) {
            report.problem(
                    strategy.line("params"),
                    "strategy.params",
                    "'strategy.params.fast' is " + fast.toPlainString() + ", but has to be below slow, "
                            + slow.toPlainString() + ".");
        }
    }

    private void accounts() {
        Optional<Values> banking = root.section("banking");
        if (banking.isEmpty()) {
            return;
        }
        Map<String, Integer> ids = unique(banking.get().list("accounts"), "banking.accounts", "id");
        Map<String, Integer> payees = unique(banking.get().list("payees"), "banking.payees", "id");
        Set<String> both = new HashSet<>(ids.keySet());
        both.retainAll(payees.keySet());
        both.stream()
                .sorted()
                .forEach(id -> report.problem(
                        payees.get(id),
                        "banking.payees",
                        "'" + ScalarReader.shown(id) + "' is the id of an account and of a payee: rename one."));
    }

    /** The lines of the values of {@code key}; notes those that stand twice. */
    private Map<String, Integer> unique(List<Values> sections, String list, String key) {
        Map<String, Integer> lines = new HashMap<>();
        for (Values section : sections) {
            String value = section.text(key);
            Integer first = lines.putIfAbsent(value, section.line(key));
            if (first != null) {
                report.problem(
                        section.line(key),
                        list,
                        "'" + ScalarReader.shown(value) + "' stands twice in " + list + ", first in line " + first
                                + ".");
            }
        }
        return lines;
    }
}
