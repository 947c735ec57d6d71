package dev.llmagents.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.llm.RateLimits.PerMinute;
import dev.llmagents.state.SharedState;
import dev.llmagents.testing.FakeTime;
import dev.llmagents.testing.Requests;
import dev.llmagents.testing.ScriptedProvider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** G13: rate limits per agent, per team and for all. */
class RateLimitStepTest {
    private final FakeTime time = new FakeTime();
    private final ScriptedProvider provider = new ScriptedProvider("openai").thenSay("Yes.");
    private final SharedState state = new SharedState(Optional.empty(), time.clock(), new Random(1), warning -> {});

    private LLMService service(RateLimits limits) {
        return new LLMService(
                List.of(new RateLimitStep(limits, state.rateWindow(), time.source())),
                new ProviderCall(provider, time.source()),
                () -> null,
                time.source());
    }

    private static PerMinute requests(long most) {
        return new PerMinute(OptionalLong.of(most), OptionalLong.empty());
    }

    private static LLMRequest request(String team, String agent, Duration timeout) {
        return Requests.request()
                .withOrigin(new LLMRequest.Origin("acme", team, agent, "run-1", agent))
                .withTimeout(timeout)
                .build();
    }

    @Test
    void a_call_waits_for_its_turn_within_its_deadline() {
        LLMService service = service(new RateLimits(requests(2), Map.of(), Map.of()));
        for (int i = 0; i < 3; i++) {
            service.complete(request("a", "a.b", Duration.ofMinutes(3)));
        }
        assertEquals(1, time.pauses().size());
        assertTrue(time.pauses().get(0).toSeconds() >= 60, time.pauses().toString());
        assertEquals(3, provider.asked().size());
    }

    @Test
    void a_call_whose_turn_comes_too_late_is_refused_at_once_by_the_name_of_the_setting() {
        LLMService service = service(new RateLimits(PerMinute.UNLIMITED, Map.of(), Map.of("a.b", requests(1))));
        service.complete(request("a", "a.b", Duration.ofSeconds(20)));
        LLMException refusal =
                assertThrows(LLMException.class, () -> service.complete(request("a", "a.b", Duration.ofSeconds(20))));
        assertEquals(ErrorType.THROTTLED, refusal.type());
        assertTrue(
                refusal.getMessage()
                        .startsWith(
                                "The limit of 1 requests a minute (limits.agent.a.b.requests_per_minute) leaves no"),
                refusal.getMessage());
        assertEquals(List.of(), time.pauses());
        service.complete(request("a", "a.c", Duration.ofSeconds(20)));
        assertEquals(2, provider.asked().size());
    }

    @Test
    void each_team_has_its_own() {
        LLMService service = service(new RateLimits(PerMinute.UNLIMITED, Map.of("a", requests(1)), Map.of()));
        service.complete(request("a", "a.b", Duration.ofSeconds(20)));
        service.complete(request("c", "c.d", Duration.ofSeconds(20)));
        assertThrows(LLMException.class, () -> service.complete(request("a", "a.x", Duration.ofSeconds(20))));
    }

    @Test
    void tokens_are_corrected_by_what_was_used() {
        long most = TokenEstimate.atMost(Requests.request().build()) + 500L;
        LLMService service = service(
                new RateLimits(new PerMinute(OptionalLong.empty(), OptionalLong.of(most + 220)), Map.of(), Map.of()));
        for (int i = 0; i < 3; i++) {
            // 110 of them each time.
            service.complete(request("a", "a.b", Duration.ofSeconds(20)));
        }
        assertThrows(LLMException.class, () -> service.complete(request("a", "a.b", Duration.ofSeconds(20))));
        LLMService tight = service(new RateLimits(
                PerMinute.UNLIMITED,
                Map.of(),
                Map.of("a.b", new PerMinute(OptionalLong.empty(), OptionalLong.of(10)))));
        LLMException never =
                assertThrows(LLMException.class, () -> tight.complete(request("a", "a.b", Duration.ofSeconds(20))));
        assertTrue(never.getMessage().contains("raise it"), never.getMessage());
    }

    @Test
    void an_interrupt_ends_the_wait_and_gives_the_turn_back() {
        LLMService service = service(new RateLimits(requests(1), Map.of(), Map.of()));
        service.complete(request("a", "a.b", Duration.ofMinutes(3)));
        Thread.currentThread().interrupt();
        LLMException cancelled =
                assertThrows(LLMException.class, () -> service.complete(request("a", "a.b", Duration.ofMinutes(3))));
        assertTrue(Thread.interrupted());
        assertEquals(ErrorType.CANCELLED, cancelled.type());
        service.complete(request("a", "a.b", Duration.ofMinutes(3)));
        assertTrue(time.pauses().get(0).toSeconds() < 62, "the turn after, not the one after that");
    }
}
