package dev.llmagents.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.cache.CacheStep;
import dev.llmagents.cache.MemoryCache;
import dev.llmagents.llm.Attempt;
import dev.llmagents.llm.AttemptListener;
import dev.llmagents.llm.FinishReason;
import dev.llmagents.llm.LLMCall;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.Message;
import dev.llmagents.llm.TokenSink;
import dev.llmagents.testing.FakeTime;
import dev.llmagents.testing.Requests;
import dev.llmagents.testing.ScriptedProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers to questions that were sent as they are rest masked, and come back as they were or not at all. */
class MaskedAtRestTest {
    private static final String SAID = "Hanna asked, and Boris agreed with Ines.";

    private final FakeTime time = new FakeTime();
    private final MemoryCache cache = new MemoryCache(time.clock());
    private final CacheStep step = new CacheStep(cache, new MaskedAtRest(), time.source());

    private LLMResponse ask(String... names) {
        LLMRequest request = Requests.request()
                .withCache(Requests.KEPT)
                .withMessages(Message.user("Who agreed? " + SAID))
                .build()
                .naming(List.of(names));
        LLMCall call = new LLMCall(
                request,
                TokenSink.NONE,
                time.source().deadlineIn(request.timeout()),
                AttemptListener.NONE,
                request.primaryTarget(),
                Attempt.Cause.INITIAL,
                Duration.ZERO);
        return step.handle(call, sent -> ScriptedProvider.answer("openai", "gpt-4o-mini", SAID, FinishReason.STOP));
    }

    @Test
    void the_same_question_with_the_same_names_is_served() {
        assertFalse(ask("Hanna", "Boris", "Ines").cached());
        LLMResponse again = ask("Hanna", "Boris", "Ines");
        assertTrue(again.cached());
        assertEquals(SAID, again.content());
    }

    @Test
    void the_same_question_where_other_names_are_known_gets_no_mark_and_no_wrong_name() {
        assertEquals(SAID, ask("Hanna", "Boris", "Ines").content());
        assertEquals(SAID, ask("Boris", "Ines").content());
        assertEquals(SAID, ask("Ines").content());
        assertEquals(SAID, ask().content());
        assertEquals(SAID, ask("Boris", "Hanna").content());
    }

    @Test
    void no_name_is_in_what_rests() {
        List<String> resting = new ArrayList<>();
        LLMRequest request =
                Requests.request().withMessages(Message.user(SAID)).build().naming(List.of("Hanna", "Boris", "Ines"));
        new MaskedAtRest().of(request).hide().apply(SAID).ifPresent(resting::add);
        assertEquals(List.of("[PERSON_1] asked, and [PERSON_2] agreed with [PERSON_3]."), resting);
    }
}
