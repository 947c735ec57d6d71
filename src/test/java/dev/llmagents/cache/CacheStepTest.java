package dev.llmagents.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.llm.AtRest;
import dev.llmagents.llm.Attempt;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.FinishReason;
import dev.llmagents.llm.LLMCall;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.LLMStep;
import dev.llmagents.llm.TokenSink;
import dev.llmagents.llm.TokenUsage;
import dev.llmagents.testing.FakeTime;
import dev.llmagents.testing.Requests;
import dev.llmagents.testing.ScriptedProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class CacheStepTest {
    private final FakeTime time = new FakeTime();
    private final MemoryCache cache = new MemoryCache(time.clock());
    private final CacheStep step = new CacheStep(cache, AtRest.AS_SENT, time.source());
    private final AtomicInteger upstream = new AtomicInteger();
    private final List<Attempt> attempts = Collections.synchronizedList(new ArrayList<>());
    private final LLMStep.Next yes = answering("Yes.", FinishReason.STOP);

    private LLMStep.Next answering(String content, FinishReason finish) {
        return call -> {
            upstream.incrementAndGet();
            return ScriptedProvider.answer("openai", "gpt-4o-mini", content, finish);
        };
    }

    private static Requests kept() {
        return Requests.request().withCache(Requests.KEPT);
    }

    private LLMCall call(LLMRequest request, TokenSink sink) {
        return new LLMCall(
                request,
                sink,
                time.source().deadlineIn(request.timeout()),
                attempts::add,
                request.primaryTarget(),
                Attempt.Cause.INITIAL,
                Duration.ZERO);
    }

    private LLMResponse ask(Requests request, LLMStep.Next next) {
        return step.handle(call(request.build(), TokenSink.NONE), next);
    }

    /** Waits until a thread waits: there is no other sign of a follower. */
    private static void untilItWaits(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void an_answered_question_is_not_asked_again() {
        assertFalse(ask(kept(), yes).cached());
        LLMResponse second = ask(kept(), yes);
        assertTrue(second.cached());
        assertEquals("Yes.", second.content());
        assertEquals(ScriptedProvider.TOKENS, second.tokens());
        assertEquals(1, upstream.get());
        assertEquals(
                List.of(Attempt.Cause.CACHE),
                attempts.stream().map(Attempt::cause).toList());
        assertEquals("gpt-4o-mini", attempts.get(0).model());
    }

    @Test
    void a_kept_answer_is_handed_to_the_one_who_reads_along() {
        ask(kept(), yes);
        List<String> pieces = new ArrayList<>();
        step.handle(call(kept().build(), pieces::add), yes);
        assertEquals(List.of("Yes."), pieces);
    }

    @Test
    void an_answer_rests_in_the_form_it_may_rest_in_and_one_that_has_none_is_not_kept() {
        AtRest backwards = request -> new AtRest.Form(
                request.messages(),
                "",
                answer -> answer.contains("?") ? Optional.empty() : Optional.of(reversed(answer)),
                CacheStepTest::reversed);
        CacheStep resting = new CacheStep(cache, backwards, time.source());
        LLMRequest request = kept().build();
        LLMStep.Next next = answering("Yes.", FinishReason.STOP);
        resting.handle(call(request, TokenSink.NONE), next);
        assertEquals(Optional.of(".seY"), cache.get(CacheKey.of(request)).map(CachedAnswer::content));
        assertEquals("Yes.", resting.handle(call(request, TokenSink.NONE), next).content());
        assertEquals(1, upstream.get());

        LLMRequest other = kept().withPromptHash("other").build();
        resting.handle(call(other, TokenSink.NONE), answering("Yes?", FinishReason.STOP));
        assertTrue(cache.get(CacheKey.of(other)).isEmpty());
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    @Test
    void an_answer_is_not_kept_beyond_its_time() {
        ask(kept(), yes);
        time.pass(Duration.ofMinutes(59));
        assertTrue(ask(kept(), yes).cached());
        time.pass(Duration.ofMinutes(1));
        assertFalse(ask(kept(), yes).cached());
    }

    @Test
    void the_policy_says_whether_to_look_and_whether_to_keep() {
        LLMRequest.CachePolicy onlyWrite = new LLMRequest.CachePolicy(false, true, Duration.ofHours(1));
        LLMRequest.CachePolicy onlyRead = new LLMRequest.CachePolicy(true, false, Duration.ofHours(1));
        assertFalse(ask(kept().withCache(onlyRead), yes).cached());
        assertFalse(ask(kept(), yes).cached(), "reading alone keeps nothing");
        assertFalse(ask(kept().withCache(onlyWrite), yes).cached(), "a refresh asks although there is an answer");
        assertFalse(ask(kept().withCache(LLMRequest.CachePolicy.OFF), yes).cached());
        assertTrue(ask(kept().withCache(onlyRead), yes).cached());
        assertEquals(4, upstream.get());
    }

    @Test
    void answers_that_are_cut_invalid_or_missing_are_never_kept() {
        for (FinishReason cut : List.of(FinishReason.LENGTH, FinishReason.OTHER)) {
            ask(kept(), answering("Yes", cut));
        }
        Requests strict = kept().withCheck(text -> text.equals("No.") ? Optional.empty() : Optional.of("say no"));
        ask(strict, yes);
        assertThrows(
                LLMException.class,
                () -> ask(kept(), call -> {
                    throw new LLMException.Failed(ErrorType.OUTAGE, "Out.");
                }));
        assertEquals(Optional.empty(), cache.get(CacheKey.of(kept().build())));
    }

    @Test
    void a_kept_answer_that_no_longer_passes_the_check_is_asked_for_again() {
        ask(kept(), yes);
        Requests strict = kept().withCheck(text -> text.equals("No.") ? Optional.empty() : Optional.of("say no"));
        assertEquals("No.", ask(strict, answering("No.", FinishReason.STOP)).content());
    }

    @Test
    void a_hundred_identical_questions_at_once_are_one_call_and_one_bill() throws Exception {
        CountDownLatch answerMay = new CountDownLatch(1);
        LLMStep.Next slow = call -> {
            await(answerMay);
            call.attempts().ended(attempt(Attempt.Cause.INITIAL));
            return yes.proceed(call);
        };
        List<Thread> threads = new ArrayList<>();
        List<CompletableFuture<LLMResponse>> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            CompletableFuture<LLMResponse> answer = new CompletableFuture<>();
            answers.add(answer);
            Thread thread = new Thread(() -> answer.complete(ask(kept(), slow)));
            threads.add(thread);
            thread.start();
        }
        threads.forEach(CacheStepTest::untilItWaits);
        answerMay.countDown();
        for (CompletableFuture<LLMResponse> answer : answers) {
            assertEquals("Yes.", answer.get(20, TimeUnit.SECONDS).content());
        }
        assertEquals(1, upstream.get());
        assertEquals(100, attempts.size());
        assertEquals(
                1,
                attempts.stream()
                        .filter(attempt -> attempt.cause().isBillable())
                        .count());
        assertEquals(
                99,
                attempts.stream()
                        .filter(attempt -> attempt.cause() == Attempt.Cause.COALESCED)
                        .count());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LLMException.Failed(ErrorType.CANCELLED, "The call was cancelled.");
        }
    }

    private static Attempt attempt(Attempt.Cause cause) {
        return new Attempt(
                cause,
                Requests.OPENAI,
                "h",
                "m",
                "",
                TokenUsage.NONE,
                Duration.ZERO,
                Optional.empty(),
                Duration.ZERO,
                Optional.empty());
    }

    /** A leader that waits for a sign, and a follower that waits for the leader. */
    private final class Pair {
        private final CountDownLatch leads = new CountDownLatch(1);
        private final CountDownLatch leaderMay = new CountDownLatch(1);
        private final CompletableFuture<LLMResponse> leader = new CompletableFuture<>();
        private final CompletableFuture<LLMResponse> follower = new CompletableFuture<>();
        private final Thread leading;
        private final Thread following;

        private Pair(LLMStep.Next leadersCall) throws InterruptedException {
            leading = run(leader, call -> {
                leads.countDown();
                CacheStepTest.await(leaderMay);
                return leadersCall.proceed(call);
            });
            leads.await();
            following = run(follower, yes);
            untilItWaits(following);
        }

        private Thread run(CompletableFuture<LLMResponse> result, LLMStep.Next next) {
            Thread thread = new Thread(() -> {
                try {
                    result.complete(ask(kept(), next));
                } catch (RuntimeException | Error failure) {
                    result.completeExceptionally(failure);
                }
            });
            thread.start();
            return thread;
        }

        private static LLMException failure(CompletableFuture<LLMResponse> of) {
            return (LLMException) assertThrows(Exception.class, () -> of.get(20, TimeUnit.SECONDS))
                    .getCause();
        }
    }

    @ParameterizedTest
    @EnumSource(ErrorType.class)
    void followers_share_a_failure_but_not_that_the_leader_gave_up(ErrorType type) throws Exception {
        Pair pair = new Pair(call -> {
            throw new LLMException.Interrupted(type, "No.", new TokenUsage(9, 0, 0, 0, 0), null);
        });
        pair.leaderMay.countDown();
        assertEquals(type, Pair.failure(pair.leader).type());
        if (type == ErrorType.CANCELLED || type == ErrorType.TIMEOUT) {
            assertEquals("Yes.", pair.follower.get(20, TimeUnit.SECONDS).content());
            assertEquals(1, upstream.get());
        } else {
            LLMException shared = Pair.failure(pair.follower);
            assertEquals(type, shared.type());
            assertEquals(TokenUsage.NONE, shared.tokens(), "the tokens are billed to the leader");
            assertEquals(0, upstream.get());
            assertEquals(Attempt.Cause.COALESCED, attempts.get(0).cause());
            assertEquals(TokenUsage.NONE, attempts.get(0).tokens());
        }
    }

    @Test
    void a_leader_that_is_interrupted_does_not_fail_its_followers() throws Exception {
        Pair pair = new Pair(yes);
        pair.leading.interrupt();
        assertEquals(ErrorType.CANCELLED, Pair.failure(pair.leader).type());
        assertEquals("Yes.", pair.follower.get(20, TimeUnit.SECONDS).content());
    }

    @Test
    void a_leader_that_fails_in_an_unforeseen_way_leaves_nobody_waiting() throws Exception {
        Pair pair = new Pair(call -> {
            throw new StackOverflowError();
        });
        pair.leaderMay.countDown();
        assertEquals("Yes.", pair.follower.get(20, TimeUnit.SECONDS).content());
    }

    @Test
    void a_follower_that_is_interrupted_asks_nobody_and_leaves_the_leader_alone() throws Exception {
        Pair pair = new Pair(yes);
        pair.following.interrupt();
        assertEquals(ErrorType.CANCELLED, Pair.failure(pair.follower).type());
        assertEquals(0, upstream.get());
        pair.leaderMay.countDown();
        assertEquals("Yes.", pair.leader.get(20, TimeUnit.SECONDS).content());
        assertEquals(1, upstream.get());
    }

    @Test
    void a_follower_whose_time_is_over_asks_nobody() throws Exception {
        CountDownLatch leads = new CountDownLatch(1);
        CountDownLatch leaderMay = new CountDownLatch(1);
        Thread leading = new Thread(() -> ask(kept(), call -> {
            leads.countDown();
            await(leaderMay);
            return yes.proceed(call);
        }));
        leading.start();
        leads.await();
        LLMException late = assertThrows(LLMException.class, () -> ask(kept().withTimeout(Duration.ofMillis(1)), yes));
        assertEquals(ErrorType.TIMEOUT, late.type());
        leaderMay.countDown();
        leading.join();
        assertEquals(1, upstream.get());
    }

    @Test
    void without_a_cache_nothing_is_shared() throws Exception {
        Requests off = kept().withCache(LLMRequest.CachePolicy.OFF);
        LLMStep.Next nested = call -> ask(off, yes);
        assertEquals("Yes.", ask(off, nested).content());
        assertEquals(1, upstream.get());
    }
}
