package dev.llmagents.agent;

import dev.llmagents.llm.Attempt;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Steps that wait for each other: each starts as soon as those it comes after are done, side by side with the rest.
 *
 * <p>Use from one thread; the steps run on the executor's. With an executor that runs everything at once in the calling
 * thread the steps run in the order in which they are stated.
 */
public final class Workflow {
    private final Executor executor;
    private final Listener listener;

    /** Hears of the steps of a workflow; called from their threads. */
    public interface Listener {
        Listener NONE = new Listener() {};

        default void started(String step) {}

        default void finished(String step) {}

        /** An agent has answered; comes before the end of its step. */
        default void answered(AgentReply<?> reply) {}

        /** An attempt to get an answer from a model has ended, on the thread that made it. */
        default void attempted(String agent, Attempt attempt) {}

        /** Whoever hears of the work on one of many inputs. */
        default Listener about(String input) {
            return this;
        }

        /** Nothing more is done about the input; its steps have ended, or it could not be read. */
        default void over() {}
    }

    public Workflow(Executor executor, Listener listener) {
        this.executor = executor;
        this.listener = listener;
    }

    /** A step that was started or waits for others. */
    public static final class Step<T> {
        private final CompletableFuture<T> result;

        private Step(CompletableFuture<T> result) {
            this.result = result;
        }

        /** What the step came to, once it is done; throws what it has thrown. */
        public T result() {
            try {
                return result.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException unchecked) {
                    throw unchecked;
                }
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw e;
            }
        }
    }

    /**
     * Adds a step.
     *
     * @param work may ask for the results of the steps in {@code after}
     */
    public <T> Step<T> step(String id, Supplier<T> work, Step<?>... after) {
        CompletableFuture<?>[] before =
                Arrays.stream(after).map(step -> step.result).toArray(CompletableFuture<?>[]::new);
        return new Step<>(CompletableFuture.allOf(before).thenApplyAsync(done -> run(id, work), executor));
    }

    private <T> T run(String id, Supplier<T> work) {
        try {
            listener.started(id);
            T value = work.get();
            if (value instanceof AgentReply<?> reply) {
                listener.answered(reply);
            }
            return value;
        } finally {
            listener.finished(id);
        }
    }
}
