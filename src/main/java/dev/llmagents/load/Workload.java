package dev.llmagents.load;

import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * What is asked, in which mixture. Which request comes at which number depends on the seed alone. Immutable.
 *
 * @param parts at least one
 */
public record Workload(List<Part> parts) {
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final int LETTERS = 26;
    private static final String FILLER = "and they went on to the next point of the list, ";

    public Workload {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a workload needs at least one part");
        }
    }

    /**
     * The requests of one agent.
     *
     * @param weight how often it is asked, against the weights of the others
     * @param requests at least one, asked by turns
     */
    public record Part(String agent, int weight, List<LLMRequest> requests) {
        public Part {
            requests = List.copyOf(requests);
            if (weight < 1 || requests.isEmpty()) {
                throw new IllegalArgumentException("a part of a workload needs a weight and requests: " + agent);
            }
        }
    }

    /** The request of that number. */
    LLMRequest request(long number, LoadPlan plan) {
        SplittableRandom random = new SplittableRandom(plan.seed() + STEP * (number + 1));
        Part part = part(random.nextInt(weights()));
        LLMRequest sample = part.requests().get(random.nextInt(part.requests().size()));
        boolean repeats = random.nextDouble() < plan.hitShare();
        // Letters: digits might look like somebody's number, and would be masked.
        String mark = repeats ? "\n(asked again)" : "\n(" + letters(plan.seed()) + " " + letters(number) + ")";
        return of(sample, mark, plan.promptChars(), "load." + number);
    }

    private int weights() {
        return parts.stream().mapToInt(Part::weight).sum();
    }

    private Part part(int drawn) {
        int left = drawn;
        for (Part part : parts) {
            left -= part.weight();
            if (left < 0) {
                return part;
            }
        }
        throw new IllegalStateException("the weights do not add up");
    }

    private static String letters(long number) {
        StringBuilder text = new StringBuilder();
        long left = number;
        do {
            text.append((char) ('a' + Long.remainderUnsigned(left, LETTERS)));
            left = Long.divideUnsigned(left, LETTERS);
        } while (left != 0);
        return text.toString();
    }

    private static LLMRequest of(LLMRequest sample, String mark, OptionalInt chars, String step) {
        List<Message> messages = new ArrayList<>(sample.messages());
        Message last = messages.remove(messages.size() - 1);
        String text = last.text();
        if (chars.isPresent()) {
            int others = sample.promptChars() - text.length();
            text = ofLength(text, Math.max(0, chars.getAsInt() - others - mark.length()));
        }
        messages.add(new Message(last.role(), text + mark));
        LLMRequest.Origin origin = sample.origin();
        return new LLMRequest(
                new LLMRequest.Origin(origin.tenant(), origin.team(), origin.agent(), origin.runId(), step),
                sample.targets(),
                messages,
                sample.parameters(),
                sample.promptHash(),
                sample.check(),
                sample.cache(),
                sample.timeout(),
                sample.sensitiveTerms());
    }

    private static String ofLength(String text, int length) {
        if (text.length() >= length) {
            return text.substring(0, length);
        }
        int missing = length - text.length();
        return text + FILLER.repeat(missing / FILLER.length() + 1).substring(0, missing);
    }
}
