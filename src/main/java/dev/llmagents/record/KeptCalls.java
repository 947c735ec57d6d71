package dev.llmagents.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls by their question, to be served again: asked as often as before, a question gets as many answers as it had, in
 * their order. Safe for use by several threads.
 */
public final class KeptCalls {
    private final Map<String, Deque<KeptCall>> byKey = new HashMap<>();
    private final Map<String, String> promptByAgent = new HashMap<>();

    /** @param calls in the order in which they ended */
    public KeptCalls(List<KeptCall> calls) {
        add(calls);
    }

    final synchronized void add(List<KeptCall> calls) {
        for (KeptCall call : calls) {
            byKey.computeIfAbsent(call.key(), key -> new ArrayDeque<>()).add(call);
            promptByAgent.put(call.agent(), call.promptHash());
        }
    }

    /**
     * {@code calls} without those whose question was asked anew because they had failed.
     *
     * @param calls in the order in which they ended
     */
    static List<KeptCall> standing(List<KeptCall> calls) {
        List<KeptCall> standing = new ArrayList<>();
        for (KeptCall call : calls) {
            if (call.measured().map(KeptCall.Measured::retried).orElse(false)) {
                for (int i = 0; i < standing.size(); i++) {
                    if (standing.get(i).isFailed() && standing.get(i).key().equals(call.key())) {
                        standing.remove(i);
                        break;
                    }
                }
            }
            standing.add(call);
        }
        return standing;
    }

    /** The next call of that question, which is not served again; empty if there is none left. */
    synchronized Optional<KeptCall> take(String key) {
        Deque<KeptCall> calls = byKey.get(key);
        return calls == null ? Optional.empty() : Optional.ofNullable(calls.poll());
    }

    /** The next call of that question; the last one as often as it is asked for. Empty if there never was one. */
    synchronized Optional<KeptCall> takeOrRepeat(String key) {
        Deque<KeptCall> calls = byKey.get(key);
        if (calls == null || calls.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(calls.size() > 1 ? calls.poll() : calls.peek());
    }

    /** Whether an agent's calls were made from another version of its prompt. */
    synchronized boolean hasOtherPrompt(String agent, String promptHash) {
        String known = promptByAgent.get(agent);
        return known != null && !known.equals(promptHash);
    }
}
