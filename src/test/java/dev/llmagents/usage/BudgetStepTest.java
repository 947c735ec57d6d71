package dev.llmagents.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.llm.BudgetLedger;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.FailoverStep;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.LLMService;
import dev.llmagents.llm.LLMStep;
import dev.llmagents.llm.ModelTable;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.ProviderCall;
import dev.llmagents.llm.RetryPolicy;
import dev.llmagents.llm.RetryStep;
import dev.llmagents.llm.TokenEstimate;
import dev.llmagents.llm.TokenUsage;
import dev.llmagents.state.SharedState;
import dev.llmagents.testing.FakeTime;
import dev.llmagents.testing.Requests;
import dev.llmagents.testing.ScriptedProvider;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** G3: each attempt is within its budgets, whatever comes of it. */
class BudgetStepTest {
    private final FakeTime time = new FakeTime();
    private final ScriptedProvider provider = new ScriptedProvider("openai");
    private final List<String> warnings = new ArrayList<>();
    private final SharedState state = new SharedState(Optional.empty(), time.clock(), new Random(1), warnings::add);
    private final CostCalculator costs = new CostCalculator(ModelTable.builtIn(), Set.of("here"));
    // What an attempt of the sample request is reserved at and what an answer of it costs.
    private final BigDecimal worst = costs.worstCase(
                    Requests.OPENAI, TokenEstimate.atMost(Requests.request().build()), 500, LocalDate.of(2026, 11, 22))
            .orElseThrow();
    private final BigDecimal real = costs.cost(
                    Requests.OPENAI, "gpt-4o-mini", ScriptedProvider.TOKENS, LocalDate.of(2026, 11, 22))
            .orElseThrow();

    private LLMService service(Budgets budgets) {
        LLMStep.Next way = LLMStep.chain(
                List.of(
                        new RetryStep(RetryPolicy.DEFAULT, new Random(7), time.source()),
                        new BudgetStep(
                                budgets, state.runBudget(), state.dailyBudgets(), costs, time.source(), warnings::add)),
                new ProviderCall(provider, time.source()));
        return new LLMService(
                List.of(), new FailoverStep(Map.of("openai", way, "here", way)), () -> null, time.source());
    }

    private static Budgets daily(BigDecimal limit) {
        return new Budgets(Optional.empty(), Optional.of(limit), Map.of(), Map.of(), Map.of(), Budgets.DEFAULT_WARN);
    }

    private LLMResponse ask(LLMService service) {
        return service.complete(Requests.request().build());
    }

    private LLMException refused(LLMService service) {
        return assertThrows(LLMException.class, () -> ask(service));
    }

    private BudgetLedger.Standing acme(BigDecimal limit) {
        return state.dailyBudgets().standings(daily(limit).ofDay("acme")).get(0);
    }

    private static void same(BigDecimal expected, BigDecimal actual) {
        assertEquals(0, expected.compareTo(actual), () -> expected + " but " + actual);
    }

    @Test
    void an_answer_is_settled_at_what_it_cost_and_the_rest_is_free_at_once() {
        provider.thenSay("Yes.");
        BigDecimal limit = worst.add(real);
        ask(service(daily(limit)));
        same(real, acme(limit).spent());
        same(BigDecimal.ZERO, acme(limit).reserved());
        ask(service(daily(limit)));
        assertEquals(ErrorType.BUDGET, refused(service(daily(limit))).type());
        assertEquals(2, provider.asked().size());
    }

    @Test
    void who_has_spent_the_budget_is_told_so_and_nothing_is_sent() {
        provider.thenSay("Yes.");
        LLMException refusal = refused(service(daily(BigDecimal.ZERO)));
        assertEquals("budget exceeded: tenant acme has spent 0.00 of 0.00 USD today", refusal.getMessage());
        LLMException ofRun = refused(service(Budgets.NONE.withRun(Optional.of(new BigDecimal("0.0001")))));
        assertTrue(
                ofRun.getMessage()
                        .startsWith(
                                "budget exceeded: this run has spent 0.00 of 0.0001 USD (--max-cost), and the next"),
                ofRun.getMessage());
        assertEquals(0, provider.asked().size());
    }

    @Test
    void every_retry_is_reserved_for_and_settled_by_itself() {
        LLMException cut =
                new LLMException.Interrupted(ErrorType.CUT_STREAM, "Cut.", new TokenUsage(100, 20, 0, 10, 4), null);
        provider.thenFail(cut).thenFail(cut).thenSay("Yes.");
        BigDecimal limit = worst.multiply(BigDecimal.TEN);
        ask(service(daily(limit)));
        same(real.multiply(BigDecimal.valueOf(3)), acme(limit).spent());
        same(BigDecimal.ZERO, acme(limit).reserved());
    }

    @Test
    void a_retry_that_the_budget_does_not_hold_is_not_made() {
        provider.thenFail(
                new LLMException.Interrupted(ErrorType.CUT_STREAM, "Cut.", new TokenUsage(100, 20, 0, 10, 4), null));
        LLMException refusal = refused(service(daily(worst)));
        assertEquals(ErrorType.BUDGET, refusal.type());
        assertEquals(1, provider.asked().size());
    }

    @ParameterizedTest
    @EnumSource(ErrorType.class)
    void a_failure_costs_nothing_unless_the_provider_may_have_done_the_work(ErrorType type) {
        provider.thenFail(new LLMException.Failed(type, "No."));
        BigDecimal limit = worst.multiply(BigDecimal.TEN);
        refused(service(daily(limit)));
        Set<ErrorType> maybe = Set.of(ErrorType.TIMEOUT, ErrorType.CUT_STREAM, ErrorType.CANCELLED, ErrorType.INTERNAL);
        BigDecimal each = maybe.contains(type) ? worst : BigDecimal.ZERO;
        same(
                each.multiply(BigDecimal.valueOf(provider.asked().size())),
                acme(limit).spent());
        same(BigDecimal.ZERO, acme(limit).reserved());
    }

    @Test
    void a_connection_that_breaks_costs_the_worst_case_unless_nothing_had_been_sent() {
        BigDecimal limit = worst.multiply(BigDecimal.TEN);
        provider.thenFail(new LLMException.Unanswered(ErrorType.OUTAGE, "Refused.", false, null));
        refused(service(daily(limit)));
        same(BigDecimal.ZERO, acme(limit).spent());
        provider.thenFail(new LLMException.Unanswered(ErrorType.INTERNAL, "Broke.", true, null));
        refused(service(daily(limit)));
        assertEquals(1, acme(limit).spent().compareTo(BigDecimal.ZERO));
        assertEquals(0, acme(limit).spent().remainder(worst).signum());
    }

    @Test
    void a_model_without_a_price_cannot_be_bounded_and_is_not_asked_unless_it_runs_here() {
        provider.thenSay("Yes.");
        LLMService service = service(daily(BigDecimal.ONE));
        LLMException refusal = assertThrows(
                LLMException.class,
                () -> service.complete(Requests.request()
                        .withTargets(new ModelTarget("openai", "unheard-of"))
                        .build()));
        assertEquals(ErrorType.BUDGET, refusal.type());
        assertTrue(refusal.getMessage().contains("openai/unheard-of"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("prices"), refusal.getMessage());
        assertEquals(0, provider.asked().size());
        service.complete(Requests.request()
                .withTargets(new ModelTarget("here", "unheard-of"))
                .build());
        assertEquals(1, provider.asked().size());
    }

    @Test
    void a_cheaper_model_may_answer_where_the_dear_one_does_not_fit() {
        provider.thenSay("Yes.");
        service(daily(worst))
                .complete(Requests.request()
                        .withTargets(new ModelTarget("openai", "gpt-4o"), Requests.OPENAI)
                        .build());
        assertEquals(1, provider.asked().size());
        same(real, acme(worst).spent());
    }

    @Test
    void a_budget_that_is_nearly_spent_is_said_once() {
        provider.thenSay("Yes.");
        BigDecimal limit = worst.add(real.multiply(BigDecimal.valueOf(3)));
        LLMService service = service(daily(limit).withWarn(new BigDecimal("0.01")));
        ask(service);
        ask(service);
        assertEquals(1, warnings.size(), warnings.toString());
        assertTrue(warnings.get(0).startsWith("Budget nearly spent: tenant acme has spent "), warnings.toString());
    }

    @Test
    void money_reserved_by_others_is_waited_for_but_not_beyond_half_of_the_time() {
        provider.thenSay("Yes.");
        BigDecimal limit = worst;
        BudgetLedger.Reservation others = state.dailyBudgets()
                .reserve(daily(limit).ofDay("acme"), worst, Duration.ofHours(1))
                .reservation()
                .orElseThrow();
        Instant begin = time.now();
        LLMException refusal = refused(service(daily(limit)));
        assertTrue(refusal.getMessage().endsWith(", and calls on their way may cost the rest"), refusal.getMessage());
        long waited = Duration.between(begin, time.now()).toSeconds();
        assertTrue(waited >= 29 && waited <= 31, "waited " + waited + " s of 60");
        state.dailyBudgets().settle(others, BigDecimal.ZERO);
        assertEquals("Yes.", ask(service(daily(limit))).content());
    }
}
