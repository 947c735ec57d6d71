package dev.llmagents.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkflowTest {
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final Workflow.Listener listener = new Workflow.Listener() {
        @Override
        public void started(String step) {
            heard.add("+" + step);
        }

        @Override
        public void finished(String step) {
            heard.add("-" + step);
        }
    };
    private final Workflow workflow = new Workflow(Runnable::run, listener);

    @Test
    void steps_run_in_the_order_they_are_stated_where_there_is_one_thread() {
        Workflow.Step<Integer> one = workflow.step("one", () -> 1);
        Workflow.Step<Integer> two = workflow.step("two", () -> one.result() + 1, one);
        Workflow.Step<Integer> three = workflow.step("three", () -> one.result() + two.result(), one, two);
        assertEquals(3, three.result());
        assertEquals(List.of("+one", "-one", "+two", "-two", "+three", "-three"), heard);
    }

    @Test
    void steps_that_do_not_wait_for_each_other_run_side_by_side() {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CountDownLatch both = new CountDownLatch(2);
        Workflow wide = new Workflow(threads, Workflow.Listener.NONE);
        Workflow.Step<Boolean> left = wide.step("left", () -> meets(both));
        Workflow.Step<Boolean> right = wide.step("right", () -> meets(both));
        assertTrue(left.result() && right.result());
        threads.shutdown();
    }

    private static boolean meets(CountDownLatch both) {
        both.countDown();
        try {
            return both.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Test
    void a_step_starts_only_when_those_before_it_are_done() {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Workflow wide = new Workflow(threads, listener);
        Workflow.Step<Integer> first = wide.step("first", () -> 1);
        wide.step("second", first::result, first).result();
        threads.shutdown();
        assertEquals(List.of("+first", "-first", "+second", "-second"), heard);
    }

    @Test
    void a_failure_is_thrown_as_it_was_by_all_that_come_after() {
        IllegalStateException failure = new IllegalStateException("no");
        Workflow.Step<Integer> broken = workflow.step("broken", () -> {
            throw failure;
        });
        Workflow.Step<Integer> after = workflow.step("after", () -> 1, broken);
        Workflow.Step<Integer> later = workflow.step("later", () -> 2, after);
        for (Workflow.Step<Integer> step : List.of(broken, after, later)) {
            assertSame(failure, assertThrows(IllegalStateException.class, step::result));
        }
        assertEquals(List.of("+broken", "-broken"), heard, "steps behind a failure do not start");
    }

    @Test
    void an_error_is_thrown_as_it_was_too() {
        Workflow.Step<Integer> broken = workflow.step("broken", () -> {
            throw new StackOverflowError();
        });
        assertThrows(StackOverflowError.class, broken::result);
    }

    @Test
    void threads_for_waiting_are_never_short_and_keep_no_program_alive() {
        ExecutorService workers = Workers.forWaiting();
        CountDownLatch all = new CountDownLatch(50);
        List<Boolean> daemons = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 50; i++) {
            workers.execute(() -> {
                daemons.add(Thread.currentThread().isDaemon());
                meets(all);
            });
        }
        assertTrue(meets(new CountDownLatch(1)) && meetsAll(all));
        assertFalse(daemons.contains(false));
        workers.shutdownNow();
    }

    private static boolean meetsAll(CountDownLatch all) {
        try {
            return all.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
