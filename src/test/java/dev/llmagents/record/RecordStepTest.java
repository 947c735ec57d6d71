package dev.llmagents.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.file.RecordFile;
import dev.llmagents.llm.AtRest;
import dev.llmagents.llm.Attempt;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.FinishReason;
import dev.llmagents.llm.LLMCall;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.LLMStep;
import dev.llmagents.llm.Message;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.llm.TokenSink;
import dev.llmagents.llm.TokenUsage;
import dev.llmagents.testing.Requests;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written of a call and what is served of it. */
class RecordStepTest {
    private static final TokenUsage TOKENS = new TokenUsage(100, 0, 0, 20, 0);

    @TempDir
    private Path folder;

    private final TimeSource time = TimeSource.system();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final StringBuilder streamed = new StringBuilder();
    private int asked;

    private RunFolder run() {
        return new RunFolder(folder.resolve("run"));
    }

    private LLMResponse ask(LLMRequest request, boolean retryFailed, LLMStep.Next next) {
        CallLog log = new CallLog(Optional.of(run().callFile()), false, warnings::add);
        return ask(new KeptCalls(run().standingCalls()), log, request, retryFailed, next);
    }

    private LLMResponse ask(
            KeptCalls earlier, CallLog log, LLMRequest request, boolean retryFailed, LLMStep.Next next) {
        RecordStep step = new RecordStep(
                earlier,
                retryFailed,
                log,
                AtRest.AS_SENT,
                new Secrets(List.of("hunter2-hunter2")),
                attempt -> Optional.of(new BigDecimal("0.001")),
                time);
        TokenSink sink = streamed::append;
        LLMCall call = new LLMCall(
                request,
                sink,
                time.deadlineIn(Duration.ofSeconds(5)),
                attempts::add,
                Requests.OPENAI,
                Attempt.Cause.INITIAL,
                Duration.ZERO);
        return step.handle(call, next);
    }

    private LLMStep.Next saying(String content) {
        return call -> {
            asked++;
            call.attempts().ended(attempt(Optional.empty()));
            return new LLMResponse(
                    "r-1",
                    "meetmind.qa",
                    content,
                    "gpt-4o-mini-2024",
                    "openai",
                    TOKENS,
                    Optional.empty(),
                    Duration.ofMillis(5),
                    Optional.empty(),
                    false,
                    FinishReason.STOP,
                    Instant.EPOCH);
        };
    }

    private LLMStep.Next failing(ErrorType type, String message) {
        return call -> {
            asked++;
            LLMException failure = new LLMException.Failed(type, message);
            call.attempts().ended(attempt(Optional.of(failure)));
            throw failure;
        };
    }

    private static Attempt attempt(Optional<LLMException> error) {
        return new Attempt(
                Attempt.Cause.INITIAL,
                Requests.OPENAI,
                "host",
                "gpt-4o-mini",
                "r-1",
                TOKENS,
                Duration.ofMillis(5),
                Optional.empty(),
                Duration.ZERO,
                error);
    }

    private static LLMRequest request() {
        return Requests.request().build();
    }

    @Test
    void an_answer_is_served_again_and_told_of_as_a_kept_one() {
        assertEquals("yes", ask(request(), false, saying("yes")).content());
        attempts.clear();
        LLMResponse again = ask(request(), false, saying("no"));
        assertEquals("yes", again.content());
        assertEquals(1, asked);
        assertTrue(again.cached());
        assertEquals("yes", streamed.toString());
        assertEquals(Attempt.Cause.CACHE, attempts.get(0).cause());
        assertEquals(TOKENS, attempts.get(0).tokens());
        assertEquals(1, run().calls().size(), "what is served is not written again");
    }

    @Test
    void what_a_call_took_is_kept_with_it() {
        ask(request(), false, saying("yes"));
        KeptCall kept = run().calls().get(0);
        assertEquals("meetmind.qa", kept.step());
        assertEquals("hash-1", kept.promptHash());
        KeptCall.Measured measured = kept.measured().orElseThrow();
        assertEquals(1, measured.attempts());
        assertEquals(TOKENS, measured.billed());
        assertEquals(Optional.of(new BigDecimal("0.001")), measured.costUsd());
    }

    @Test
    void neither_the_run_nor_the_tenant_nor_the_provider_is_part_of_a_question() {
        String key = KeptCall.key(request(), request().messages());
        LLMRequest elsewhere = Requests.request()
                .withOrigin(new LLMRequest.Origin("other", "meetmind", "meetmind.qa", "run-9", "meetmind.qa.2"))
                .build();
        assertEquals(key, KeptCall.key(elsewhere, elsewhere.messages()));
        assertFalse(key.equals(KeptCall.key(request(), List.of(Message.user("Else?")))));
        LLMRequest prompt = Requests.request().withPromptHash("hash-2").build();
        assertFalse(key.equals(KeptCall.key(prompt, prompt.messages())));
    }

    @Test
    void a_failure_fails_the_same_way_without_being_asked_again() {
        LLMStep.Next outage = failing(ErrorType.OUTAGE, "The provider openai is down.");
        assertThrows(LLMException.class, () -> ask(request(), false, outage));
        attempts.clear();
        LLMException again = assertThrows(LLMException.class, () -> ask(request(), false, saying("yes")));
        assertEquals(ErrorType.OUTAGE, again.type());
        assertEquals("The provider openai is down.", again.getMessage());
        assertEquals(1, asked);
        assertEquals(List.of(), attempts, "no attempt was made, so none is told of");
    }

    @Test
    void a_failure_is_asked_anew_where_that_is_wanted_and_its_answer_stands_from_then_on() {
        assertThrows(LLMException.class, () -> ask(request(), false, failing(ErrorType.TIMEOUT, "Too late.")));
        assertEquals("yes", ask(request(), true, saying("yes")).content());
        assertEquals("yes", ask(request(), false, saying("no")).content());
        assertEquals(2, asked);
        assertEquals(2, run().calls().size());
        assertEquals(1, run().standingCalls().size());
        assertEquals(
                Optional.of(new BigDecimal("0.002")),
                RunRecord.Totals.of(run().calls()).costUsd());
    }

    @Test
    void what_was_called_off_has_not_ended() {
        assertThrows(LLMException.class, () -> ask(request(), false, failing(ErrorType.CANCELLED, "Called off.")));
        assertEquals(List.of(), run().calls());
    }

    @Test
    void the_same_question_asked_twice_has_two_answers_in_their_order() {
        CallLog log = new CallLog(Optional.of(run().callFile()), false, warnings::add);
        KeptCalls none = new KeptCalls(List.of());
        ask(none, log, request(), false, saying("first"));
        ask(none, log, request(), false, saying("second"));
        KeptCalls earlier = new KeptCalls(run().standingCalls());
        assertEquals("first", ask(earlier, log, request(), false, saying("x")).content());
        assertEquals("second", ask(earlier, log, request(), false, saying("x")).content());
        assertEquals(
                "third", ask(earlier, log, request(), false, saying("third")).content());
    }

    @Test
    void a_line_that_a_killed_process_left_unfinished_is_no_call_and_spoils_none() throws IOException {
        ask(request(), false, saying("yes"));
        Path journal = folder.resolve("run/calls.journal");
        Files.writeString(journal, "{\"v\":1,\"agent\":\"meetm", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        LLMRequest other = Requests.request().withPromptHash("hash-2").build();
        ask(other, false, saying("other"));
        assertEquals(2, run().calls().size());
    }

    @Test
    void an_answer_with_a_secret_in_it_is_not_kept_and_a_message_is_scrubbed() throws IOException {
        CallLog log = new CallLog(Optional.of(run().callFile()), false, warnings::add);
        KeptCalls none = new KeptCalls(List.of());
        assertEquals(
                "it is hunter2-hunter2",
                ask(none, log, request(), false, saying("it is hunter2-hunter2"))
                        .content());
        assertEquals(1, log.leftOut());
        LLMStep.Next auth = failing(ErrorType.AUTH, "Key hunter2-hunter2 is wrong.");
        assertThrows(LLMException.class, () -> ask(none, log, request(), false, auth));
        String written = Files.readString(folder.resolve("run/calls.journal"));
        assertFalse(written.contains("hunter2"), written);
        assertTrue(written.contains("Key (secret) is wrong."), written);
    }

    @Test
    void a_journal_that_cannot_be_written_costs_no_answer_and_is_said_once() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        CallLog log = new CallLog(Optional.of(new RecordFile(inTheWay.resolve("calls"))), false, warnings::add);
        KeptCalls none = new KeptCalls(List.of());
        assertEquals("yes", ask(none, log, request(), false, saying("yes")).content());
        assertEquals("yes", ask(none, log, request(), false, saying("yes")).content());
        assertEquals(1, warnings.size(), warnings::toString);
    }

    @Test
    void a_written_call_reads_as_it_was() {
        ask(request(), false, saying("åäö \"quoted\"\n{}"));
        KeptCall kept = run().calls().get(0);
        assertEquals(Optional.of(kept), KeptCallJson.read(kept.toJson()));
        assertEquals(Optional.empty(), KeptCallJson.read(Requests.json("{\"v\":2}")));
        assertEquals(Optional.empty(), KeptCallJson.read(Requests.json("[]")));
        var unknown = kept.toJson();
        unknown.withObject("answer").put("finish", "eventually");
        assertEquals(Optional.empty(), KeptCallJson.read(unknown));
    }
}
