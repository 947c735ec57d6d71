package dev.llmagents.cli;

import dev.llmagents.agent.ModelAccess;
import dev.llmagents.app.App;
import dev.llmagents.llm.LLMRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** What would be asked, of whom and at what price, for people. */
final class PlannedCalls {
    private static final int DOLLAR_DIGITS = 4;

    private PlannedCalls() {}

    /** @param stages the agents of the team in the order in which they begin */
    static String of(App app, List<List<String>> stages) {
        StringBuilder text = new StringBuilder("Order: ");
        for (int i = 0; i < stages.size(); i++) {
            text.append(i == 0 ? "" : " → ").append(String.join(" + ", stages.get(i)));
        }
        text.append('\n');
        if (app.preview().isEmpty()) {
            String why = app.access() instanceof ModelAccess.Closed closed ? " (" + closed.reason() + ")" : "";
            return text.append("The rules alone").append(why).append(". Nothing was sent.\n").toString();
        }
        Optional<BigDecimal> sum = Optional.of(BigDecimal.ZERO);
        List<String> agents = stages.stream().flatMap(List::stream).toList();
        for (LLMRequest request : app.preview().get().take(agents)) {
            App.CallEstimate call = app.estimate(request);
            text.append("  ").append(call.step()).append(" → ").append(call.model());
            text.append(" in region ").append(call.region()).append(": ").append(call.promptTokens());
            text.append(" tokens in, ").append(call.answerTokens()).append(" out at most, ");
            text.append(dollars(call.costUsd())).append('\n');
            sum = sum.flatMap(so -> call.costUsd().map(so::add));
        }
        return text.append("Together ").append(dollars(sum)).append(" at most. Nothing was sent.\n").toString();
    }

    private static String dollars(Optional<BigDecimal> cost) {
        return cost.map(usd -> "$" + usd.setScale(DOLLAR_DIGITS, RoundingMode.HALF_UP).toPlainString())
                .orElse("price unknown");
    }
}
