package dev.llmagents.app;

import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.ModelTable;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TokenUsage;
import dev.llmagents.prompt.Prompt;
import dev.llmagents.provider.Providers;
import dev.llmagents.team.meetmind.Pricing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Which models a run uses: the table's, unless the settings or the run name others. */
final class Models {
    private static final String DEFAULT_PROVIDER = Providers.OPENAI;
    private static final String SAMPLE = "sample";
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
    private final Map<String, List<ModelTarget>> fixed;
    private final Reach reach;
    private final Supplier<Optional<String>> awsRegion;

    /** @param awsRegion the region Bedrock is asked in; asked for only where a model's geography matters */
    Models(ModelTable table, Settings settings, RunOptions options, Reach reach, Supplier<Optional<String>> awsRegion) {
        this(table, settings, options, reach, awsRegion, Map.of());
    }

    /** @param fixed the models of tiers that were chosen when the run began, in place of what the settings say now */
    Models(
            ModelTable table,
            Settings settings,
            RunOptions options,
            Reach reach,
            Supplier<Optional<String>> awsRegion,
            Map<String, List<ModelTarget>> fixed) {
        this.fixed = Map.copyOf(fixed);
        this.table = table;
        this.forTiers = settings.models();
        this.onlyModel = options.model();
        this.onlyProvider = options.provider();
        this.reach = reach;
        this.awsRegion = awsRegion;
    }

    /** The models of every tier that can be asked. */
    Map<String, List<ModelTarget>> byTier() {
        Map<String, List<ModelTarget>> models = new TreeMap<>();
        for (String tier : table.tiers()) {
            models.put(tier, reachable(tier));
        }
        return models;
    }

    /**
     * The models of {@code tier} that can be asked in this run, best first; empty if there is no such tier.
     *
     * @throws LLMException if there are models, and none of them can be asked; the message says what is missing
     */
    List<ModelTarget> targets(String tier) {
        if (fixed.containsKey(tier)) {
            return fixed.get(tier);
        }
        List<ModelTarget> wanted = wanted(tier);
        if (!fixed.isEmpty() && tier.startsWith(Prompt.MODEL_PREFIX)) {
            // A model that a workflow names is the same whenever the run is carried on or replayed.
            return wanted;
        }
        List<ModelTarget> reachable = reachable(tier);
        if (reachable.isEmpty() && !wanted.isEmpty()) {
            throw new LLMException.Failed(ErrorType.UNAVAILABLE, whyNone(tier, wanted));
        }
        return reachable;
    }

    private List<ModelTarget> reachable(String tier) {
        return wanted(tier).stream()
                .filter(target -> reach.providers().contains(target.provider()))
                .toList();
    }

    private String whyNone(String tier, List<ModelTarget> wanted) {
        String provider = wanted.get(0).provider();
        return (tier.startsWith(Prompt.MODEL_PREFIX)
                        ? "The model '" + tier.substring(Prompt.MODEL_PREFIX.length())
                        : "The tier '" + tier)
                + "' wants " + provider + ", which cannot be asked in this run"
                + reach.whatIsMissing(provider).map(key -> ": set " + key).orElse("") + ".";
    }

    /** The models of {@code tier} whether they can be asked or not, best first. */
    List<ModelTarget> wanted(String tier) {
        if (fixed.containsKey(tier)) {
            return fixed.get(tier);
        }
        Optional<String> named = onlyModel
                .or(() -> Optional.of(tier)
                        .filter(wish -> wish.startsWith(Prompt.MODEL_PREFIX)
                                && !onlyProvider.equals(Optional.of(Providers.SIMULATED)))
                        .map(wish -> wish.substring(Prompt.MODEL_PREFIX.length())))
                .or(() -> Optional.ofNullable(forTiers.get(tier)));
        if (named.isPresent()) {
            List<ModelTarget> targets = new ArrayList<>();
            Arrays.stream(named.get().split(",", -1))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> targets.addAll(target(name)));
            return targets;
        }
        if (onlyProvider.equals(Optional.of(Providers.SIMULATED))) {
            return List.of(new ModelTarget(Providers.SIMULATED, SAMPLE));
        }
        List<String> order = reach.order();
        List<ModelTarget> ofProvider = table.tier(tier).stream()
                .filter(target -> onlyProvider.isEmpty() || target.provider().equals(onlyProvider.get()))
                .toList();
        return ofOneGeography(ofProvider).stream()
                .sorted(Comparator.comparingInt(target -> rank(order, target)))
                .toList();
    }

    private static int rank(List<String> order, ModelTarget target) {
        int place = order.indexOf(target.provider());
        return place < 0 ? order.size() : place;
    }

    /** {@code provider/model}, an alias, or a model of the default provider. Models of other makers have slashes in their names. */
    private List<ModelTarget> target(String name) {
        int slash = name.indexOf('/');
        String prefix = slash < 0 ? "" : name.substring(0, slash);
        if (Providers.IDS.contains(prefix)
                && onlyProvider.filter(only -> !only.equals(prefix)).isEmpty()) {
            String model = name.substring(slash + 1);
            List<ModelTarget> alias = ofOneGeography(table.alias(model)).stream()
                    .filter(target -> target.provider().equals(prefix))
                    .toList();
            return alias.isEmpty() ? List.of(new ModelTarget(prefix, model)) : alias;
        }
        List<ModelTarget> alias = ofOneGeography(table.alias(name)).stream()
                .filter(target -> onlyProvider.isEmpty() || target.provider().equals(onlyProvider.get()))
                .toList();
        return alias.isEmpty() ? List.of(new ModelTarget(onlyProvider.orElse(DEFAULT_PROVIDER), name)) : alias;
    }

    /** Leaves of each model that Bedrock serves by geography the one that can be asked from the user's region. */
    private List<ModelTarget> ofOneGeography(List<ModelTarget> targets) {
        List<ModelTarget> kept = new ArrayList<>();
        for (ModelTarget target : targets) {
            boolean choice = target.provider().equals(Providers.BEDROCK)
                    && Regions.geography(target.model()).isPresent();
            Optional<String> region =
                    choice && reach.providers().contains(Providers.BEDROCK) ? awsRegion.get() : Optional.empty();
            boolean served =
                    region.map(name -> Regions.isServed(target.model(), name)).orElse(true);
            boolean first =
                    region.isPresent() || !choice || kept.stream().noneMatch(other -> isSameElsewhere(other, target));
            if (served && first) {
                kept.add(target);
            }
        }
        return kept;
    }

    private static boolean isSameElsewhere(ModelTarget one, ModelTarget other) {
        return one.provider().equals(other.provider())
                && withoutGeography(one.model()).equals(withoutGeography(other.model()));
    }

    private static String withoutGeography(String model) {
        return Regions.geography(model)
                .map(prefix -> model.substring(prefix.length() + 1))
                .orElse(model);
    }

    /** The model a plan is made for: the first that can be asked, or else the first. */
    private Optional<ModelTarget> first(String tier) {
        List<ModelTarget> wanted = wanted(tier);
        return wanted.stream()
                .filter(target -> reach.providers().contains(target.provider()))
                .findFirst()
                .or(() -> wanted.stream().findFirst());
    }

    /** Room for the input in one prompt of {@code tier}, in tokens: what the smallest of its models has, since any may answer. */
    int chunkTokens(String tier) {
        int context = wanted(tier).stream()
                .mapToInt(target -> table.details(target)
                        .map(ModelTable.Details::contextTokens)
                        .orElse(UNKNOWN_CONTEXT))
                .min()
                .orElse(UNKNOWN_CONTEXT);
        return Math.max(SMALLEST_CHUNK, Math.min(LARGEST_CHUNK, context - ANSWER_AND_FRAME));
    }

    /** What a call costs at list prices; empty if the price is unknown. */
    Optional<BigDecimal> price(ModelTarget target, int promptTokens, int answerTokens, LocalDate today) {
        TokenUsage tokens = new TokenUsage(promptTokens, 0, 0, answerTokens, 0);
        return table.find(target, today)
                .map(row -> row.price().of(tokens))
                .or(() -> reach.onThisMachine().contains(target.provider())
                        ? Optional.of(BigDecimal.ZERO)
                        : Optional.empty());
    }

    /** Prices the first model of {@code tier}. */
    Pricing pricing(String tier, LocalDate today) {
        Optional<ModelTarget> target = first(tier);
        return new Pricing() {
            @Override
            public String model() {
                return target.map(ModelTarget::model).orElse("none");
            }

            @Override
            public Optional<BigDecimal> cost(int promptTokens, int completionTokens) {
                TokenUsage tokens = new TokenUsage(promptTokens, 0, 0, completionTokens, 0);
                boolean isOwn = target.filter(known -> reach.onThisMachine().contains(known.provider()))
                        .isPresent();
                boolean isGateway = target.filter(known -> reach.gateways().contains(known.provider()))
                        .isPresent();
                if (isOwn && !isGateway) {
                    return Optional.of(BigDecimal.ZERO);
                }
                // Models that were chosen earlier are answered for by what was kept.
                boolean isFree = isOwn || fixed.containsKey(tier);
                return target.flatMap(known -> table.find(known, today))
                        .map(row -> row.price().of(tokens))
                        .or(() -> isFree ? Optional.of(BigDecimal.ZERO) : Optional.empty());
            }
        };
    }
}
