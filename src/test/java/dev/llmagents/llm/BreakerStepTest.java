package dev.llmagents.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.testing.FakeTime;
import dev.llmagents.testing.Requests;
import dev.llmagents.testing.ScriptedProvider;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BreakerStepTest {
    private final FakeTime time = new FakeTime();
    private final BreakerStep breaker = new BreakerStep("openai", time.source());
    private int asked;

    private final LLMCall call = new LLMCall(
            Requests.request().build(),
            TokenSink.NONE,
            time.source().deadlineIn(Duration.ofHours(1)),
            AttemptListener.NONE,
            Requests.OPENAI,
            Attempt.Cause.INITIAL,
            Duration.ZERO);

    private LLMResponse succeed() {
        return breaker.handle(call, unused -> {
            asked++;
            return ScriptedProvider.answer("openai", "m", "Yes.", FinishReason.STOP);
        });
    }

    private ErrorType fail(ErrorType type) {
        return assertThrows(
                        LLMException.class,
                        () -> breaker.handle(call, unused -> {
                            asked++;
                            throw new LLMException.Failed(type, "No.");
                        }))
                .type();
    }

    private void trip() {
        for (int i = 0; i < 5; i++) {
            fail(ErrorType.OUTAGE);
        }
    }

    private boolean isOpen() {
        int before = asked;
        try {
            succeed();
        } catch (LLMException refused) {
            assertEquals(ErrorType.UNAVAILABLE, refused.type());
        }
        return asked == before;
    }

    @Test
    void leaves_a_provider_alone_that_keeps_failing() {
        trip();
        assertTrue(isOpen());
        LLMException refused = assertThrows(LLMException.class, this::succeed);
        assertEquals(
                "The provider openai has failed repeatedly and is left alone for up to 30 s.", refused.getMessage());
        assertEquals(5, asked);
    }

    @ParameterizedTest
    @EnumSource(ErrorType.class)
    void counts_what_says_something_about_health_and_nothing_else(ErrorType type) {
        for (int i = 0; i < 50; i++) {
            fail(type);
        }
        assertEquals(type.countsForBreaker(), isOpen(), type.label());
    }

    @Test
    void tries_again_after_a_while_and_closes_when_that_goes_well() {
        trip();
        time.pass(Duration.ofSeconds(29));
        assertTrue(isOpen());
        time.pass(Duration.ofSeconds(2));
        succeed();
        for (int i = 0; i < 4; i++) {
            fail(ErrorType.OUTAGE);
        }
        assertEquals("Yes.", succeed().content(), "closed: four failures are no verdict yet");
    }

    @Test
    void opens_again_when_the_probes_fail() {
        trip();
        time.pass(Duration.ofSeconds(31));
        fail(ErrorType.OUTAGE);
        fail(ErrorType.OUTAGE);
        assertTrue(isOpen());
    }

    @Test
    void probes_that_say_nothing_do_not_use_up_the_probes() {
        trip();
        time.pass(Duration.ofSeconds(31));
        for (int i = 0; i < 20; i++) {
            fail(ErrorType.AUTH);
            assertThrows(
                    IllegalStateException.class,
                    () -> breaker.handle(call, unused -> {
                        throw new IllegalStateException("unforeseen");
                    }));
            assertThrows(
                    StackOverflowError.class,
                    () -> breaker.handle(call, unused -> {
                        throw new StackOverflowError();
                    }));
        }
        assertEquals("Yes.", succeed().content());
        assertEquals("Yes.", succeed().content());
        assertEquals("Yes.", succeed().content());
    }

    @Test
    void a_slow_model_is_not_an_ill_one() {
        for (int i = 0; i < 20; i++) {
            breaker.handle(call, unused -> {
                time.pass(Duration.ofMinutes(3));
                return ScriptedProvider.answer("openai", "m", "Yes.", FinishReason.STOP);
            });
        }
        assertEquals("Yes.", succeed().content());
    }
}
