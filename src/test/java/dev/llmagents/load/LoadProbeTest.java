package dev.llmagents.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.llmagents.llm.Attempt;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.FinishReason;
import dev.llmagents.llm.LLMCall;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TokenSink;
import dev.llmagents.llm.TokenUsage;
import dev.llmagents.testing.FakeTime;
import dev.llmagents.testing.Requests;
import dev.llmagents.testing.ScriptedProvider;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoadProbeTest {
    private static final ModelTarget FIRST = new ModelTarget("first", "m1");
    private static final ModelTarget SECOND = new ModelTarget("second", "m2");

    private final FakeTime time = new FakeTime();
    private final LoadProbe probe = new LoadProbe(time.source().nanos());

    private void attempt(ModelTarget target, int millis, boolean fails) {
        LLMCall call = new LLMCall(
                Requests.request().withTargets(FIRST, SECOND).build(),
                TokenSink.NONE,
                time.source().deadlineIn(Duration.ofMinutes(1)),
                told -> {},
                target,
                Attempt.Cause.INITIAL,
                Duration.ZERO);
        probe.handle(call, inner -> {
            time.pass(Duration.ofMillis(millis));
            inner.attempts()
                    .ended(new Attempt(
                            target.equals(FIRST) ? Attempt.Cause.INITIAL : Attempt.Cause.FALLBACK,
                            target,
                            "",
                            target.model(),
                            "",
                            TokenUsage.NONE,
                            Duration.ofMillis(millis),
                            Optional.empty(),
                            Duration.ZERO,
                            fails
                                    ? Optional.of(new LLMException.Failed(ErrorType.OUTAGE, "Gone."))
                                    : Optional.empty()));
            return ScriptedProvider.answer(target.provider(), target.model(), "{}", FinishReason.STOP);
        });
    }

    private List<Long> millis() {
        return probe.failovers().stream()
                .flatMap(one -> List.of(one.asked().toMillis(), one.took().toMillis()).stream())
                .toList();
    }

    @Test
    void a_failover_lasts_from_the_first_failure_to_the_asking_and_to_the_answer_of_another() {
        attempt(FIRST, 20, false);
        attempt(FIRST, 20, true);
        time.pass(Duration.ofMillis(70));
        attempt(FIRST, 10, true);
        attempt(SECOND, 300, false);
        attempt(SECOND, 300, false);
        assertEquals(List.of(80L, 380L), millis());
    }

    @Test
    void a_provider_that_comes_back_and_dies_again_makes_a_second_one() {
        attempt(FIRST, 20, true);
        attempt(SECOND, 30, false);
        attempt(FIRST, 20, false);
        attempt(FIRST, 20, true);
        attempt(SECOND, 40, false);
        assertEquals(List.of(0L, 30L, 0L, 40L), millis());
    }

    @Test
    void nobody_stood_in_where_the_other_failed_too_or_none_had_failed() {
        attempt(SECOND, 30, false);
        attempt(FIRST, 20, true);
        attempt(SECOND, 30, true);
        assertEquals(List.of(), millis());
    }
}
