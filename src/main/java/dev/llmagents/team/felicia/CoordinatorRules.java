package dev.llmagents.team.felicia;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.agent.Checked;
import dev.llmagents.agent.Question;
import dev.llmagents.agent.Rules;
import dev.llmagents.team.felicia.check.ModelSentences;
import dev.llmagents.team.felicia.trade.Order;
import dev.llmagents.team.felicia.trade.PaperBroker;
import dev.llmagents.team.felicia.trade.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts the parts together and says what each step handed to the next. */
final class CoordinatorRules implements Rules<CoordinatorRules.Input, Overview> {
    record Input(QaRules.Input parts, Validation validation) {}

    @Override
    public Overview answer(Input input) {
        List<Statement> summary = new ArrayList<>();
        summary(input).forEach(sentence -> summary.add(Statement.ofRules(sentence)));
        return new Overview(input.validation().verdict(), handovers(input), summary);
    }

    private static List<String> summary(Input input) {
        QaRules.Input parts = input.parts();
        Design design = parts.design();
        String currency = design.terms().account().baseCurrency();
        List<String> sentences = new ArrayList<>();
        List<Order> orders = parts.trades().orders();
        long sells = orders.stream().filter(order -> order.side() == Side.SELL).count();
        sentences.add("The plan for " + design.plan().date() + " ("
                + design.plan().allocation().method().code() + ") makes "
                + count(orders.size(), "order") + ": " + sells + " to sell and " + (orders.size() - sells)
                + " to buy, at an equity of "
                + design.plan().equity().toPlainString() + " " + currency + ".");
        int blocked = design.plan().orders().size() - orders.size();
        if (blocked > 0) {
            sentences.add(
                    count(blocked, "order") + " of the plan " + (blocked == 1 ? "is" : "are") + " blocked by checks.");
        }
        parts.trades().executed().ifPresent(executed -> sentences.add(fills(executed, currency)));
        design.backtest()
                .ifPresent(result -> sentences.add("On the past the strategy returned "
                        + percent(result.performance().totalReturn()) + " after costs, fell by "
                        + percent(-result.performance().drawdown().depth()) + " at most, and the benchmark returned "
                        + percent(result.benchmarkPerformance().totalReturn()) + "."));
        parts.banking().funding().ifPresent(funding -> sentences.add("Funding: " + funding.proposal()));
        return sentences;
    }

    private static String fills(PaperBroker.Executed executed, String currency) {
        return "On paper " + count(executed.fills().size(), "fill") + " cost "
                + executed.commission().toPlainString() + " " + currency + " in commission and "
                + executed.slippage().setScale(2, RoundingMode.HALF_UP).toPlainString() + " " + currency
                + " in slippage and left " + executed.cash().toPlainString() + " " + currency + " in cash.";
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String percent(double share) {
        return Double.isFinite(share)
                ? BigDecimal.valueOf(share)
                                .movePointRight(2)
                                .setScale(2, RoundingMode.HALF_UP)
                                .toPlainString() + " %"
                : "an amount that is not defined";
    }

    private static List<String> handovers(Input input) {
        QaRules.Input parts = input.parts();
        List<String> handovers = new ArrayList<>();
        int blocked = parts.felicia().market().blocked().size();
        handovers.add("data gate → product manager: "
                + count(parts.felicia().market().size(), "symbol") + ", " + blocked + " blocked");
        handovers.add("product manager → architect: profile "
                + parts.brief().profile().label() + " (" + parts.brief().profileOrigin() + "), "
                + parts.brief().criteria().size() + " criteria");
        handovers.add("architect → banking: "
                + parts.design().plan().allocation().method().code() + ", "
                + count(parts.design().plan().orders().size(), "order"));
        handovers.add("banking → implementation: shortfall "
                + parts.banking()
                        .funding()
                        .map(funding -> funding.shortfall().toPlainString())
                        .orElse("not asked for"));
        handovers.add("implementation → QA: "
                + parts.trades()
                        .executed()
                        .map(executed -> count(executed.fills().size(), "fill"))
                        .orElse("nothing executed"));
        handovers.add("QA → coordinator: " + input.validation().verdict());
        handovers.add("banking → out: " + count(parts.banking().files().size(), "payment draft"));
        return handovers;
    }

    @Override
    public List<Question> questions(Input input, Overview answer) {
        StringBuilder own = new StringBuilder("verdict: " + answer.verdict() + "\n");
        answer.summary().forEach(sentence -> own.append(sentence.text()).append('\n'));
        input.validation()
                .from(Validation.Level.WARN)
                .forEach(check -> own.append(check.level())
                        .append(' ')
                        .append(check.code())
                        .append(": ")
                        .append(check.detail())
                        .append('\n'));
        return List.of(new Question(
                "",
                Map.of("summary", own.toString(), "facts", input.parts().facts().lines())));
    }

    /** A model's sentences stand below the rules' own; the verdict is not its to give. */
    @Override
    public Checked<Overview> check(Input input, Overview own, List<JsonNode> replies) {
        ModelSentences sentences = new ModelSentences(input.parts().facts(), own.verdict());
        List<Statement> summary = new ArrayList<>(own.summary());
        for (JsonNode reply : replies) {
            summary.addAll(Statement.ofModel(sentences.of(reply.path("summary"))));
        }
        return new Checked<>(
                new Overview(own.verdict(), own.handovers(), summary),
                sentences.kept(),
                sentences.dropped(),
                List.of());
    }
}
