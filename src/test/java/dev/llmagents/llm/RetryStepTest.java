package dev.llmagents.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.testing.FakeTime;
import dev.llmagents.testing.Requests;
import dev.llmagents.testing.ScriptedProvider;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When a provider is asked again, and when another is the better answer. */
class RetryStepTest {
    private static final ModelTarget FIRST = new ModelTarget("first", "m1");
    private static final ModelTarget OTHER_MODEL = new ModelTarget("first", "m2");
    private static final ModelTarget SECOND = new ModelTarget("second", "m3");

    private final FakeTime time = new FakeTime();
    private final ScriptedProvider provider = new ScriptedProvider("first");
    private final RetryStep step = step(time.source());

    private static RetryStep step(TimeSource source) {
        return new RetryStep(RetryPolicy.DEFAULT, new Random(7), source);
    }

    private static LLMException failed(ErrorType type) {
        return new LLMException.Failed(type, "It is " + type.label() + ".");
    }

    private LLMResponse ask(RetryStep through, ModelTarget... targets) {
        LLMRequest request = Requests.request().withTargets(targets).build();
        LLMCall call = new LLMCall(
                request,
                TokenSink.NONE,
                time.source().deadlineIn(Duration.ofMinutes(1)),
                attempt -> {},
                targets[0],
                Attempt.Cause.INITIAL,
                Duration.ZERO);
        return through.handle(call, new ProviderCall(provider, time.source()));
    }

    /** How many attempts a call makes that ends without an answer. */
    private int lost(ModelTarget... targets) {
        int before = provider.asked().size();
        assertThrows(LLMException.class, () -> ask(step, targets));
        return provider.asked().size() - before;
    }

    @Test
    void a_provider_that_is_gone_is_not_asked_again_where_another_can_be() {
        provider.thenFail(failed(ErrorType.OUTAGE));
        assertEquals(3, lost(FIRST, SECOND), "a call by itself knows nothing yet");
        assertEquals(2, lost(FIRST, SECOND));
        Duration before = slept();
        assertEquals(1, lost(FIRST, SECOND));
        assertEquals(before, slept());
    }

    private Duration slept() {
        return time.pauses().stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Test
    void calls_that_wait_go_on_to_another_as_soon_as_the_provider_is_known_to_be_gone() {
        provider.thenFail(failed(ErrorType.OUTAGE));
        RetryStep[] shared = new RetryStep[1];
        int[] others = {0};
        TimeSource busy = new TimeSource(time.clock(), time.source().nanos(), pause -> {
            time.pass(pause);
            // While one waits the next comes, up to ten in all.
            if (others[0]++ < 9) {
                assertThrows(LLMException.class, () -> ask(shared[0], FIRST, SECOND));
            }
        });
        shared[0] = step(busy);
        long begun = time.source().nanos().getAsLong();
        assertThrows(LLMException.class, () -> ask(shared[0], FIRST, SECOND));
        Duration took = time.source().since(begun);
        assertTrue(took.toMillis() < 250, () -> "it took " + took + ", longer than the shortest pause");
        assertEquals(5, provider.asked().size());
    }

    @Test
    void with_nobody_else_to_ask_every_try_is_made() {
        provider.thenFail(failed(ErrorType.OUTAGE));
        for (int call = 0; call < 5; call++) {
            assertEquals(3, lost(FIRST));
            assertEquals(3, lost(FIRST, OTHER_MODEL), "another model of the same provider is gone with it");
        }
    }

    @Test
    void an_answer_shows_that_the_provider_is_there() {
        for (int call = 0; call < 5; call++) {
            provider.thenFail(failed(ErrorType.OUTAGE))
                    .thenFail(failed(ErrorType.TIMEOUT))
                    .thenSay("Yes.");
        }
        for (int call = 0; call < 5; call++) {
            assertEquals("Yes.", ask(step, FIRST, SECOND).content());
        }
        assertEquals(15, provider.asked().size());
    }

    @Test
    void what_was_lost_long_ago_belongs_to_another_outage() {
        provider.thenFail(failed(ErrorType.OUTAGE));
        lost(FIRST, SECOND);
        lost(FIRST, SECOND);
        time.pass(Duration.ofMinutes(6));
        assertEquals(3, lost(FIRST, SECOND));
    }

    @Test
    void a_provider_that_speaks_is_not_gone() {
        for (ErrorType type : new ErrorType[] {ErrorType.RATE_LIMITED, ErrorType.CUT_STREAM}) {
            provider.thenFail(failed(type));
            for (int call = 0; call < 5; call++) {
                assertEquals(3, lost(FIRST, SECOND), type.label());
            }
        }
    }
}
