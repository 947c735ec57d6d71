package dev.llmagents.app;

import dev.llmagents.llm.ModelTable;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TokenUsage;
import dev.llmagents.team.meetmind.Pricing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which models a run uses: the table's, unless the settings or the run name others. */
final class Models {
    private static final String DEFAULT_PROVIDER = "openai";
    // What a model is taken to hold if the table does not know it: few of those in use hold less.
    private static final int UNKNOWN_CONTEXT = 8_192;
    // The longest answer of a prompt and its frame of instructions and examples.
    private static final int ANSWER_AND_FRAME = 5_500;
    private static final int SMALLEST_CHUNK = 2_000;
    // Beyond this models begin to overlook things in the middle, however large their context is.
    private static final int LARGEST_CHUNK = 16_000;

    private final ModelTable table;
    private final Map<String, String> forTiers;
    private final Optional<String> onlyModel;
    private final Optional<String> onlyProvider;
    private final String provider;
    private final Map<String, List<ModelTarget>> fixed;

    Models(ModelTable table, Settings settings, RunOptions options) {
        this(table, settings, options, Map.of());
    }

    /** @param fixed the models of tiers that were chosen when the run began, in place of what the settings say now */
    Models(ModelTable table, Settings settings, RunOptions options, Map<String, List<ModelTarget>> fixed) {
        this.fixed = Map.copyOf(fixed);
        this.table = table;
        this.forTiers = settings.models();
        this.onlyModel = options.model();
        this.onlyProvider = options.provider();
        this.provider = options.provider().orElse(DEFAULT_PROVIDER);
    }

    /** The models of every tier. */
    Map<String, List<ModelTarget>> byTier() {
        Map<String, List<ModelTarget>> models = new TreeMap<>();
        for (String tier : table.tiers()) {
            models.put(tier, targets(tier));
        }
        return models;
    }

    /** The models of {@code tier}, best first. */
    List<ModelTarget> targets(String tier) {
        if (fixed.containsKey(tier)) {
            return fixed.get(tier);
        }
        Optional<String> named = onlyModel.or(() -> Optional.ofNullable(forTiers.get(tier)));
        if (named.isPresent()) {
            return List.of(target(named.get()));
        }
        return table.tier(tier).stream()
                .filter(target -> onlyProvider.isEmpty() || target.provider().equals(onlyProvider.get()))
                .toList();
    }

    /** {@code provider/model} or a model of the default provider. Models of other makers have slashes in their names. */
    private ModelTarget target(String name) {
        String prefix = provider + "/";
        return new ModelTarget(provider, name.startsWith(prefix) ? name.substring(prefix.length()) : name);
    }

    /** Room for the input in one prompt of {@code tier}, in tokens. */
    int chunkTokens(String tier, LocalDate today) {
        int context = targets(tier).stream()
                .findFirst()
                .flatMap(target -> table.find(target, today))
                .map(ModelTable.Row::contextTokens)
                .orElse(UNKNOWN_CONTEXT);
        return Math.max(SMALLEST_CHUNK, Math.min(LARGEST_CHUNK, context - ANSWER_AND_FRAME));
    }

    /** Prices the first model of {@code tier}. */
    Pricing pricing(String tier, LocalDate today) {
        Optional<ModelTarget> target = targets(tier).stream().findFirst();
        return new Pricing() {
            @Override
            public String model() {
                return target.map(ModelTarget::model).orElse("none");
            }

            @Override
            public Optional<BigDecimal> cost(int promptTokens, int completionTokens) {
                TokenUsage tokens = new TokenUsage(promptTokens, 0, 0, completionTokens, 0);
                return target.flatMap(known -> table.find(known, today))
                        .map(row -> row.price().of(tokens));
            }
        };
    }
}
