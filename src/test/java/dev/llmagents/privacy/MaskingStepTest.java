package dev.llmagents.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.llm.AnswerFormat;
import dev.llmagents.llm.Attempt;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.FinishReason;
import dev.llmagents.llm.LLMCall;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.LLMStep;
import dev.llmagents.llm.Message;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.llm.TokenSink;
import dev.llmagents.llm.TokenUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MaskingStepTest {
    private static final ModelTarget MODEL = new ModelTarget("openai", "gpt-4o-mini");
    private static final List<Message> MESSAGES = List.of(
            new Message(Message.Role.SYSTEM, "Answer."),
            Message.user("Anna Berg (anna@example.com) calls 070-123 45 67."));

    private final List<LLMRequest> sent = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final StringBuilder streamed = new StringBuilder();

    private static LLMRequest request(List<Message> messages, AnswerFormat format) {
        return new LLMRequest(
                new LLMRequest.Origin("default", "t", "t.a", "run", "t.a"),
                List.of(MODEL),
                messages,
                new LLMRequest.Parameters(0, 100, format),
                "hash",
                text -> text.contains("Anna") ? Optional.empty() : Optional.of("no Anna"),
                LLMRequest.CachePolicy.OFF,
                Duration.ofSeconds(10),
                List.of("Anna Berg"));
    }

    private LLMCall call(LLMRequest request) {
        TokenSink sink = new TokenSink() {
            @Override
            public void accept(String piece) {
                streamed.append(piece);
            }

            @Override
            public void restart() {
                streamed.append("|restart|");
            }
        };
        return new LLMCall(
                request,
                sink,
                TimeSource.system().deadlineIn(Duration.ofSeconds(10)),
                attempts::add,
                MODEL,
                Attempt.Cause.INITIAL,
                Duration.ZERO);
    }

    /** A provider that streams {@code pieces} and answers with all of them. */
    private LLMStep.Next saying(String... pieces) {
        return call -> {
            sent.add(call.request());
            for (String piece : pieces) {
                call.sink().accept(piece);
            }
            call.attempts().ended(attempt());
            return response(String.join("", pieces));
        };
    }

    private static Attempt attempt() {
        return new Attempt(
                Attempt.Cause.INITIAL,
                MODEL,
                "host",
                "gpt-4o-mini",
                "id",
                TokenUsage.NONE,
                Duration.ZERO,
                Optional.empty(),
                Duration.ZERO,
                Optional.empty());
    }

    private static LLMResponse response(String content) {
        return new LLMResponse(
                "id",
                "t.a",
                content,
                "m",
                "openai",
                TokenUsage.NONE,
                Optional.empty(),
                Duration.ZERO,
                Optional.empty(),
                false,
                FinishReason.STOP,
                Instant.EPOCH);
    }

    private LLMResponse ask(LLMRequest request, LLMStep.Next next) {
        return new MaskingStep(true).handle(call(request), next);
    }

    @Test
    void instructions_that_were_seen_before_are_masked_all_the_same() {
        MaskingStep step = new MaskingStep(true);
        List<String> instructions = List.of(
                "Ask Anna, or [PERSON_1].", "Ask Anna.", "Write to anna@example.com.", "Anna Berg: 070-123 45 67");
        for (int round = 0; round < 3; round++) {
            for (String instruction : instructions) {
                step.handle(
                        call(request(
                                List.of(new Message(Message.Role.SYSTEM, instruction), Message.user("Go.")),
                                AnswerFormat.TEXT)),
                        saying("fine, Anna"));
            }
        }
        assertEquals(12, sent.size());
        for (int i = 0; i < sent.size(); i++) {
            String system = sent.get(i).messages().get(0).text();
            assertEquals(sent.get(i % 4).messages().get(0).text(), system);
            assertFalse(system.contains("Anna") || system.contains("anna@") || system.contains("070"), system);
        }
    }

    @Test
    void what_follows_sees_marks_and_the_caller_sees_values() {
        LLMResponse answer = ask(request(MESSAGES, AnswerFormat.TEXT), saying("[PERSON_1] has [PHONE_1]."));
        assertEquals("Anna Berg has 070-123 45 67.", answer.content());
        assertEquals(
                "[PERSON_1] ([EMAIL_1]) calls [PHONE_1].",
                sent.get(0).messages().get(1).text());
        assertTrue(sent.get(0).messages().get(0).text().startsWith("Answer.\n"), sent.get(0)::toString);
        assertFalse(sent.get(0).toString().contains("Anna"), sent.get(0)::toString);
    }

    @Test
    void a_conversation_that_goes_on_keeps_its_marks() {
        ask(request(MESSAGES, AnswerFormat.TEXT), saying("[PERSON_1]"));
        List<Message> longer = new ArrayList<>(MESSAGES);
        longer.add(Message.assistant("Anna Berg has bo@example.com and 070-123 45 67."));
        longer.add(Message.user("That Anna Berg cannot be right."));
        ask(request(longer, AnswerFormat.TEXT), saying("[PERSON_1]"));
        assertEquals(sent.get(0).messages(), sent.get(1).messages().subList(0, 2));
        assertEquals(
                "[PERSON_1] has [EMAIL_2] and [PHONE_1].",
                sent.get(1).messages().get(2).text());
        assertEquals(
                "That [PERSON_1] cannot be right.",
                sent.get(1).messages().get(3).text());
    }

    @Test
    void an_attempt_tells_how_much_was_masked() {
        ask(request(MESSAGES, AnswerFormat.TEXT), saying("ok"));
        assertEquals(
                Map.of("email", 1, "person", 1, "phone", 1), attempts.get(0).masked());
    }

    @Test
    void an_answer_is_checked_as_the_caller_will_see_it() {
        ask(request(MESSAGES, AnswerFormat.TEXT), saying("ok"));
        assertEquals(Optional.empty(), sent.get(0).check().problemWith("[PERSON_1] it is"));
        assertEquals(Optional.of("no Anna"), sent.get(0).check().problemWith("nobody"));
    }

    @Test
    void a_request_without_personal_data_goes_out_as_it_is() {
        List<Message> plain = List.of(Message.user("How many gates on 2026-02-09?"));
        ask(request(plain, AnswerFormat.TEXT), saying("two"));
        assertEquals(plain, sent.get(0).messages());
    }

    @Test
    void names_may_be_freed_but_numbers_never() {
        new MaskingStep(false).handle(call(request(MESSAGES, AnswerFormat.TEXT)), saying("ok"));
        assertEquals(
                "Anna Berg ([EMAIL_1]) calls [PHONE_1].",
                sent.get(0).messages().get(1).text());
    }

    @Test
    void if_masking_fails_nothing_is_sent_and_nothing_is_told() {
        MaskingStep broken = new MaskingStep(true, terms -> {
            throw new IllegalStateException("Anna Berg");
        });
        LLMException failure = assertThrows(
                LLMException.class, () -> broken.handle(call(request(MESSAGES, AnswerFormat.TEXT)), saying("never")));
        assertEquals(List.of(), sent);
        assertEquals(List.of(), attempts);
        assertEquals(ErrorType.UNAVAILABLE, failure.type());
        assertTrue(failure.getMessage().contains("nothing was sent"), failure::getMessage);
        assertFalse(failure.getMessage().contains("Anna"), failure::getMessage);
        assertEquals(null, failure.getCause());
    }

    @Test
    void a_stream_cut_anywhere_is_restored_as_the_whole_answer_is() {
        String answer =
                "Hi [PERSON_1], person_1s ask PERSON_1_2] [PERSON_1, [EMAIL_1]] or [PHONE_1 ] [PERSON_9] [PER [x] Per";
        LLMRequest request = request(MESSAGES, AnswerFormat.TEXT);
        new PiiMasker(request.sensitiveTerms());
        for (int first = 0; first <= answer.length(); first++) {
            for (int second = first; second <= answer.length(); second++) {
                streamed.setLength(0);
                LLMResponse whole = ask(
                        request,
                        saying(answer.substring(0, first), answer.substring(first, second), answer.substring(second)));
                assertEquals(whole.content(), streamed.toString(), first + " and " + second);
            }
        }
        assertTrue(streamed.toString().startsWith("Hi Anna Berg, Anna Bergs ask"), streamed::toString);
    }

    @Test
    void a_stream_letter_by_letter_is_restored_too() {
        String answer = "{\"owner\":\"[PERSON_1]\",\"to\":[\"[EMAIL_1]\"]}";
        LLMResponse whole = ask(request(MESSAGES, AnswerFormat.TEXT), saying(answer.split("")));
        assertEquals("{\"owner\":\"Anna Berg\",\"to\":[\"anna@example.com\"]}", streamed.toString());
        assertEquals(whole.content(), streamed.toString());
    }

    @Test
    void ordinary_text_is_passed_on_without_delay() {
        ask(request(MESSAGES, AnswerFormat.TEXT), call -> {
            call.sink().accept("All is well, says [PERS");
            assertEquals("All is well, says ", streamed.toString());
            call.sink().accept("ON_1] ");
            call.sink().accept("and goes");
            assertEquals("All is well, says Anna Berg and goes", streamed.toString());
            return response("");
        });
    }

    @Test
    void what_was_held_back_goes_when_the_answer_begins_again() {
        ask(request(MESSAGES, AnswerFormat.TEXT), call -> {
            call.sink().accept("It was [PERSO");
            call.sink().restart();
            call.sink().accept("It is [PERSON_1]");
            return response("");
        });
        assertEquals("It was |restart|It is Anna Berg", streamed.toString());
    }
}
