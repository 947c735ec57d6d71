package dev.llmagents.team.felicia;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.agent.Checked;
import dev.llmagents.agent.Question;
import dev.llmagents.agent.Rules;
import dev.llmagents.team.felicia.ProductBrief.Criterion;
import dev.llmagents.team.felicia.ProductBrief.Limits;
import dev.llmagents.team.felicia.check.ModelSentences;
import dev.llmagents.team.felicia.metric.Returns;
import dev.llmagents.team.felicia.mission.Mission;
import dev.llmagents.team.felicia.mission.RiskProfile;
import dev.llmagents.team.felicia.mission.StatementFacts;
import dev.llmagents.team.felicia.mission.StatementFacts.Stated;
import dev.llmagents.team.felicia.portfolio.Allocator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** From a mission to limits and measurable criteria. */
final class ProductManagerRules implements Rules<FeliciaCase, ProductBrief> {
    private final RiskProfiles profiles = new RiskProfiles();

    @Override
    public ProductBrief answer(FeliciaCase input) {
        Optional<RiskProfile> field = input.mission().objective().riskProfile();
        Optional<RiskProfile> stated = input.statement().profile().map(Stated::value);
        String origin = field.isPresent() ? "input" : stated.isPresent() ? "statement" : "default";
        return brief(input, field.or(() -> stated).orElse(RiskProfile.BALANCED), origin, List.of());
    }

    private ProductBrief brief(FeliciaCase input, RiskProfile profile, String origin, List<Statement> objectives) {
        Mission mission = input.mission();
        StatementFacts said = input.statement();
        List<Criterion> criteria = new ArrayList<>();
        BigDecimal volatility = said.maxVolatility()
                .map(Stated::value)
                .orElse(profiles.of(profile).maxVolatility());
        criteria.add(new Criterion(
                "SC01_VOLATILITY",
                "plan.volatility",
                true,
                volatility,
                said.maxVolatility().isPresent() ? "statement" : "profile"));
        String drawdownOrigin =
                mission.says("risk.max_drawdown") ? "input" : said.maxDrawdown().isPresent() ? "statement" : "profile";
        BigDecimal drawdown = drawdownOrigin.equals("input")
                ? mission.risk().maxDrawdown()
                : said.maxDrawdown()
                        .map(Stated::value)
                        .filter(ProductManagerRules::isShare)
                        .orElse(profiles.of(profile).maxDrawdown());
        criteria.add(new Criterion("SC02_DRAWDOWN", "backtest.maxDrawdown", true, drawdown, drawdownOrigin));
        String positionOrigin =
                mission.says("risk.max_position") ? "input" : said.maxPosition().isPresent() ? "statement" : "profile";
        BigDecimal position = positionOrigin.equals("input")
                ? mission.risk().maxPosition()
                : said.maxPosition()
                        .map(Stated::value)
                        .filter(ProductManagerRules::isShare)
                        .orElse(profiles.of(profile).maxPosition());
        criteria.add(new Criterion("SC03_POSITION", "plan.largestWeight", true, position, positionOrigin));
        said.targetReturn()
                .ifPresent(target -> criteria.add(
                        new Criterion("SC04_RETURN", "backtest.cagr", false, target.value(), "statement")));
        return new ProductBrief(
                profile,
                origin,
                new Limits(volatility, drawdown, position),
                said.contradictionsWith(mission),
                criteria,
                feasibility(input, said),
                objectives);
    }

    private static boolean isShare(BigDecimal value) {
        return value.signum() > 0 && value.compareTo(BigDecimal.ONE) <= 0;
    }

    /** A portfolio without loans or short sales returns at most what its best symbol does. */
    private static List<Statement> feasibility(FeliciaCase input, StatementFacts said) {
        List<Statement> sentences = new ArrayList<>();
        if (said.targetReturn().isEmpty() || input.market().days() < 2) {
            return sentences;
        }
        int day = input.market().days() - 1;
        int lookback = Math.min(day, input.mission().strategy().lookback());
        List<Integer> all = IntStream.range(0, input.market().size()).boxed().toList();
        double best = Arrays.stream(Allocator.returns(input.market(), day, all, lookback))
                .mapToDouble(row ->
                        Math.pow(Arrays.stream(row).reduce(1, (a, b) -> a * (1 + b)), Returns.DAYS_A_YEAR / row.length)
                                - 1)
                .max()
                .orElse(0);
        BigDecimal target = said.targetReturn().get().value();
        boolean reachable = target.doubleValue() <= best;
        sentences.add(Statement.ofRules(String.format(
                Locale.ROOT,
                "The wish of %s %% a year is %s what the best single symbol gave over the last %d days (%.1f %% a year).",
                target.movePointRight(2).stripTrailingZeros().toPlainString(),
                reachable ? "below" : "above",
                lookback,
                100 * best)));
        return sentences;
    }

    @Override
    public List<Question> questions(FeliciaCase input, ProductBrief answer) {
        if (input.mission().objective().statement().isEmpty()) {
            return List.of();
        }
        return List.of(new Question(
                "",
                Map.of(
                        "statement", input.mission().objective().statement().get(),
                        "profile", answer.profile().label() + " (from: " + answer.profileOrigin() + ")",
                        "facts", KnownFacts.of(input, answer).lines())));
    }

    /** A model may choose the profile only where neither mission nor the words of its statement do. */
    @Override
    public Checked<ProductBrief> check(FeliciaCase input, ProductBrief own, List<JsonNode> replies) {
        ModelSentences sentences = new ModelSentences(KnownFacts.of(input, own));
        Set<String> labels = new TreeSet<>();
        Arrays.stream(RiskProfile.values()).forEach(profile -> labels.add(profile.label()));
        ProductBrief brief = own;
        List<String> objectives = new ArrayList<>();
        for (JsonNode reply : replies) {
            Optional<String> chosen = sentences
                    .oneOf(reply.path("risk_profile"), labels)
                    .filter(label -> !label.equals(own.profile().label()));
            if (chosen.isPresent() && own.profileOrigin().equals("default")) {
                sentences.keep();
                brief = brief(input, RiskProfile.valueOf(chosen.get().toUpperCase(Locale.ROOT)), "model", List.of());
            } else if (chosen.isPresent()) {
                sentences.drop();
            }
            objectives.addAll(sentences.of(reply.path("objectives")));
        }
        ProductBrief worded = new ProductBrief(
                brief.profile(),
                brief.profileOrigin(),
                brief.limits(),
                brief.contradictions(),
                brief.criteria(),
                brief.feasibility(),
                Statement.ofModel(objectives));
        return new Checked<>(worded, sentences.kept(), sentences.dropped(), List.of());
    }
}
