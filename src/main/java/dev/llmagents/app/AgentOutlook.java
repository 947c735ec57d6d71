package dev.llmagents.app;

import dev.llmagents.llm.BreakerRecord;
import dev.llmagents.llm.BreakerStep;
import dev.llmagents.llm.BudgetLedger.Scope;
import dev.llmagents.llm.BudgetLedger.Standing;
import dev.llmagents.llm.ModelTable;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.prompt.Prompt;
import dev.llmagents.provider.BedrockSettings;
import dev.llmagents.provider.GeminiSettings;
import dev.llmagents.provider.OpenAiSettings;
import dev.llmagents.provider.Providers;
import dev.llmagents.usage.CostCalculator;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who would answer for an agent now: the first of its models that residency, breakers and daily budgets let through. The same
 * hindrances, in the same order, as the steps of a call meet them; what only the call itself can find out (a wrong key, a
 * server that is down) is not known here. For one thread.
 */
final class AgentOutlook {
    private final Settings settings;
    private final Regions regions;
    private final Map<String, BreakerRecord> breakers;
    private final List<Standing> budgets;
    private final CostCalculator costs;
    private final TimeSource time;

    /**
     * @param breakers what is known of providers, by {@link BreakerStep#key}
     * @param budgets how the daily budgets stand
     */
    AgentOutlook(
            Settings settings,
            Reach reach,
            ModelTable table,
            Map<String, BreakerRecord> breakers,
            List<Standing> budgets,
            TimeSource time) {
        this.settings = settings;
        this.regions = new Regions(settings, AwsRegion.of(settings.providers().aws()));
        this.breakers = Map.copyOf(breakers);
        this.budgets = List.copyOf(budgets);
        this.costs = new CostCalculator(table, reach.onThisMachine(), reach.gateways());
        this.time = time;
    }

    /**
     * @param model empty if the rules would answer
     * @param passedOver why not, for each model that comes before it
     */
    record Verdict(Optional<ModelTarget> model, List<String> passedOver) {}

    /** @param targets the agent's models that can be asked, best first */
    Verdict of(Prompt prompt, List<ModelTarget> targets) {
        List<String> passedOver = new ArrayList<>();
        for (ModelTarget target : targets) {
            Optional<String> hindrance =
                    refusal(prompt, target).or(() -> breakerOf(target)).or(() -> budgetOf(prompt, target));
            if (hindrance.isEmpty()) {
                return new Verdict(Optional.of(target), passedOver);
            }
            passedOver.add(target + ": " + hindrance.get());
        }
        return new Verdict(Optional.empty(), passedOver);
    }

    private Optional<String> refusal(Prompt prompt, ModelTarget target) {
        String team = team(prompt);
        Residency residency = settings.providers().residency();
        // Where nothing binds the team, nobody looks for a region.
        return residency.isBound(team) ? residency.refusal(team, regions.of(target)) : Optional.empty();
    }

    private Optional<String> breakerOf(ModelTarget target) {
        BreakerRecord known = breakers.getOrDefault(
                BreakerStep.key(target.provider(), host(target.provider())), BreakerRecord.HEALTHY);
        return known.state(time.now()) == BreakerRecord.State.OPEN
                ? Optional.of("left alone until " + known.openUntil().orElseThrow())
                : Optional.empty();
    }

    private String host(String provider) {
        ProviderSettings others = settings.providers();
        Optional<URI> endpoint = switch (provider) {
            case Providers.OPENAI -> Optional.of(settings.openAiBaseUrl().orElse(OpenAiSettings.OPENAI));
            case Providers.GEMINI -> Optional.of(others.geminiBaseUrl().orElse(GeminiSettings.GOOGLE));
            case Providers.BEDROCK ->
                others.aws()
                        .endpoint()
                        .or(() -> breakers.isEmpty()
                                ? Optional.empty()
                                : AwsRegion.of(others.aws()).get().flatMap(BedrockSettings::endpointIn));
            default -> Optional.empty();
        };
        return endpoint.map(URI::getHost).orElse("");
    }

    /** A budget that has no room even for the answer alone. */
    private Optional<String> budgetOf(Prompt prompt, ModelTarget target) {
        List<Standing> bounding =
                budgets.stream().filter(standing -> bounds(standing, prompt)).toList();
        if (bounding.isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = time.now().atOffset(ZoneOffset.UTC).toLocalDate();
        Optional<BigDecimal> least = costs.worstCase(target, 1, prompt.maxTokens(), today);
        if (least.isEmpty()) {
            return Optional.of("its price is not known, so it is not asked under a budget");
        }
        return bounding.stream()
                .filter(standing -> least.get().signum() > 0 && !standing.hasRoomFor(least.get()))
                .findFirst()
                .map(BudgetStandings::words);
    }

    private boolean bounds(Standing standing, Prompt prompt) {
        Scope scope = standing.cap().scope();
        return switch (scope.kind()) {
            case RUN -> false;
            case TENANT -> scope.name().equals(settings.tenant());
            case TEAM -> scope.name().equals(team(prompt));
            case AGENT -> scope.name().equals(prompt.id());
        };
    }

    private static String team(Prompt prompt) {
        return prompt.id().substring(0, Math.max(0, prompt.id().indexOf('.')));
    }
}
