package dev.llmagents.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.llm.BudgetLedger.Cap;
import dev.llmagents.llm.BudgetLedger.Scope;
import dev.llmagents.llm.BudgetLedger.Standing;
import dev.llmagents.state.SharedState;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** G3 with real processes: what a server bills them together never passes the budget they share. */
@Timeout(300)
class BudgetProcessesTest {
    // gpt-4o-mini: 40 prompt tokens and 450 of the answer.
    private static final String ANSWER = "{\"id\":\"c1\",\"model\":\"gpt-4o-mini\",\"choices\":[{\"message\":"
            + "{\"content\":\"They rent it.\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":40,"
            + "\"completion_tokens\":450}}";
    private static final BigDecimal PRICE = new BigDecimal("0.000276");

    @TempDir
    Path home;

    private final MockWebServer server = new MockWebServer();
    private final AtomicInteger billed = new AtomicInteger();
    private final CountDownLatch stalled = new CountDownLatch(1);
    private volatile boolean stalls;

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                billed.incrementAndGet();
                MockResponse.Builder response = new MockResponse.Builder().body(ANSWER);
                if (stalls) {
                    stalled.countDown();
                    response.headersDelay(1, TimeUnit.MINUTES);
                }
                return response.build();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Process spender(String budget, int calls) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BudgetSpender.class.getName(),
                        home.toString(),
                        "http://127.0.0.1:" + server.getPort() + "/v1",
                        budget,
                        Integer.toString(calls))
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(home.resolve("errors").toFile()))
                .start();
    }

    private Standing acme(String budget) {
        return new SharedState(Optional.of(home.resolve("state/shared")), Clock.systemUTC(), new Random(), x -> {})
                .dailyBudgets()
                .standings(List.of(new Cap(new Scope(Scope.Kind.TENANT, "acme"), new BigDecimal(budget))))
                .get(0);
    }

    @Test
    void processes_at_once_are_never_billed_more_than_the_budget_they_share() throws Exception {
        List<Process> spenders = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            spenders.add(spender("0.01", 8));
        }
        int refused = 0;
        int unanswered = 0;
        for (Process spender : spenders) {
            String out = new String(spender.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertEquals(0, spender.waitFor(), () -> errors());
            String[] counts = out.split(" ", -1);
            refused += Integer.parseInt(counts[0]);
            unanswered += Integer.parseInt(counts[1]);
        }
        BigDecimal sum = PRICE.multiply(BigDecimal.valueOf(billed.get()));
        assertTrue(sum.compareTo(new BigDecimal("0.01")) <= 0, "billed " + sum);
        BigDecimal spent = acme("0.01").spent();
        assertTrue(spent.compareTo(new BigDecimal("0.0095")) >= 0, "money was left lying: only " + spent);
        assertTrue(spent.compareTo(sum) >= 0, "billed " + sum + " but counted only " + spent);
        assertEquals(0, acme("0.01").reserved().signum());
        if (unanswered == 0) {
            assertEquals(96, billed.get() + refused);
            assertEquals(0, sum.compareTo(spent), "the ledger agrees with the server");
            assertEquals("", errors());
        }
    }

    @Test
    void what_a_killed_process_had_reserved_counts_as_spent_for_the_rest_of_the_day() throws Exception {
        stalls = true;
        Process spender = spender("0.01", 1);
        assertTrue(stalled.await(60, TimeUnit.SECONDS), this::errors);
        spender.destroyForcibly();
        assertTrue(spender.waitFor(20, TimeUnit.SECONDS));
        BigDecimal reserved = acme("0.01").reserved();
        assertEquals(1, reserved.signum());
        assertEquals(0, acme("0.01").spent().signum());
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(95));
        Standing afterwards = new SharedState(Optional.of(home.resolve("state/shared")), later, new Random(), x -> {})
                .dailyBudgets()
                .standings(List.of(acme("0.01").cap()))
                .get(0);
        assertEquals(0, afterwards.reserved().signum(), "nobody waits for it any more");
        assertEquals(0, reserved.compareTo(afterwards.spent()), "it may have been billed");
    }

    private String errors() {
        try {
            return Files.readString(home.resolve("errors"));
        } catch (IOException none) {
            return "";
        }
    }
}
