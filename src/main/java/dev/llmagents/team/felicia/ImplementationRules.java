package dev.llmagents.team.felicia;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.agent.Checked;
import dev.llmagents.agent.Question;
import dev.llmagents.agent.Rules;
import dev.llmagents.agent.Source;
import dev.llmagents.team.felicia.check.ModelSentences;
import dev.llmagents.team.felicia.trade.Order;
import dev.llmagents.team.felicia.trade.PaperBroker;
import dev.llmagents.team.felicia.trade.Side;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Executes what the checks let through, on paper, and gives a reason for each order. */
final class ImplementationRules implements Rules<ImplementationRules.Input, Trades> {
    record Input(FeliciaCase felicia, ProductBrief brief, Design design) {}

    @Override
    public Trades answer(Input input) {
        Design design = input.design();
        List<Order> allowed = design.plan().allowed();
        Optional<PaperBroker.Executed> executed = input.felicia().execution()
                ? Optional.of(PaperBroker.execute(
                        allowed,
                        input.felicia().market().later(),
                        design.terms().account().cash(),
                        design.terms().costs(),
                        design.terms().execution()))
                : Optional.empty();
        SortedMap<String, Statement> reasons = new TreeMap<>();
        for (Order order : design.plan().orders()) {
            reasons.put(order.id(), Statement.ofRules(reason(design, order)));
        }
        return new Trades(allowed, executed, reasons);
    }

    private static String reason(Design design, Order order) {
        double weight = design.plan().weights().getOrDefault(order.symbol(), 0.0);
        String method = design.plan().allocation().method().code();
        return weight == 0
                ? method + " gives it no weight: the position is closed."
                : String.format(
                        Locale.ROOT,
                        "%s gives it %.2f %% of equity: %s %s shares to hold %s.",
                        method,
                        100 * weight,
                        order.side() == Side.BUY ? "buy" : "sell",
                        order.quantity().toPlainString(),
                        design.plan()
                                .targets()
                                .getOrDefault(order.symbol(), java.math.BigDecimal.ZERO)
                                .toPlainString());
    }

    @Override
    public List<Question> questions(Input input, Trades answer) {
        if (answer.reasons().isEmpty()) {
            return List.of();
        }
        StringBuilder orders = new StringBuilder();
        for (Order order : input.design().plan().orders()) {
            orders.append(order.id()).append(": ").append(order.side()).append(' ');
            orders.append(order.quantity().toPlainString())
                    .append(' ')
                    .append(order.symbol())
                    .append(" | ");
            orders.append(answer.reasons().get(order.id()).text()).append('\n');
        }
        return List.of(new Question(
                "",
                Map.of(
                        "orders",
                        orders.toString(),
                        "facts",
                        KnownFacts.of(input.felicia(), input.brief(), input.design())
                                .lines())));
    }

    /** A model may word the reason of an order, and nothing else. */
    @Override
    public Checked<Trades> check(Input input, Trades own, List<JsonNode> replies) {
        ModelSentences sentences = new ModelSentences(KnownFacts.of(input.felicia(), input.brief(), input.design()));
        SortedMap<String, Statement> reasons = new TreeMap<>(own.reasons());
        Set<String> worded = new HashSet<>();
        for (JsonNode reply : replies) {
            for (JsonNode item : reply.path("orders")) {
                Optional<String> id =
                        sentences.oneOf(item.path("id"), own.reasons().keySet());
                if (id.isPresent() && worded.add(id.get())) {
                    List<String> text = sentences.of(item.path("reason"));
                    if (!text.isEmpty()) {
                        reasons.put(id.get(), new Statement(String.join(" ", text), Source.MODEL));
                    }
                }
            }
        }
        return new Checked<>(
                new Trades(own.orders(), own.executed(), reasons), sentences.kept(), sentences.dropped(), List.of());
    }
}
