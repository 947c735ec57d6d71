package dev.llmagents.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMProvider;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.llm.TokenSink;
import dev.llmagents.testing.Requests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every provider has to do, whether it asks a server or answers by itself. */
@Timeout(60)
abstract class AnyProviderContract {
    private static final Duration LONG = Duration.ofSeconds(30);

    /** A provider that answers what it is asked as a stream, fifty times at least. */
    abstract LLMProvider answering();

    private static LLMResponse ask(LLMProvider provider, TokenSink sink, Duration timeout) {
        return provider.complete(
                Requests.request().build(),
                "gpt-4o-mini",
                sink,
                TimeSource.system().deadlineIn(timeout));
    }

    private static ErrorType failure(LLMProvider provider, Duration timeout) {
        return assertThrows(LLMException.class, () -> ask(provider, piece -> {}, timeout))
                .type();
    }

    @Test
    void the_pieces_of_a_stream_are_the_answer_and_it_is_known_who_gave_it() {
        try (LLMProvider provider = answering()) {
            StringBuilder pieces = new StringBuilder();
            LLMResponse response = ask(provider, pieces::append, LONG);
            assertEquals(pieces.toString(), response.content());
            assertFalse(response.content().isBlank());
            assertEquals(provider.id(), response.provider());
            assertEquals("meetmind.qa", response.agent());
            assertFalse(response.model().isBlank());
            assertFalse(response.cached());
            assertTrue(response.costUsd().isEmpty());
            assertTrue(response.timeToFirstToken().isPresent());
            assertTrue(response.tokens().prompt() > 0 && response.tokens().completion() > 0);
        }
    }

    @Test
    void a_deadline_that_has_passed_is_a_timeout() {
        try (LLMProvider provider = answering()) {
            assertEquals(ErrorType.TIMEOUT, failure(provider, Duration.ZERO));
        }
    }

    @Test
    void a_thread_that_was_interrupted_asks_nobody_and_stays_interrupted() {
        try (LLMProvider provider = answering()) {
            Thread.currentThread().interrupt();
            assertEquals(ErrorType.CANCELLED, failure(provider, LONG));
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void a_reader_that_fails_ends_the_call_and_what_was_said_is_billed() {
        IllegalStateException gone = new IllegalStateException("the terminal is gone");
        try (LLMProvider provider = answering()) {
            LLMException failure = assertThrows(
                    LLMException.class,
                    () -> ask(
                            provider,
                            piece -> {
                                throw gone;
                            },
                            LONG));
            assertEquals(ErrorType.CANCELLED, failure.type());
            assertSame(gone, failure.getCause());
            assertTrue(failure.tokens().prompt() > 0);
        }
    }

    @Test
    void a_provider_that_was_closed_answers_nobody() {
        LLMProvider provider = answering();
        provider.close();
        assertEquals(ErrorType.CANCELLED, failure(provider, LONG));
    }

    @Test
    void serves_many_at_once() {
        try (LLMProvider provider = answering()) {
            List<CompletableFuture<String>> asked = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                CompletableFuture<String> one = new CompletableFuture<>();
                new Thread(() -> one.complete(ask(provider, piece -> {}, LONG).content())).start();
                asked.add(one);
            }
            for (CompletableFuture<String> one : asked) {
                assertFalse(one.join().isBlank());
            }
        }
    }
}
