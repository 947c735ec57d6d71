package dev.llmagents.privacy;

import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMCall;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.LLMStep;
import dev.llmagents.llm.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Masks personal data on the way to a model and puts it back into the answer.
 *
 * <p>Stands before the cache, so that neither its keys nor its files hold personal data. Each call has marks of its own;
 * a conversation that is carried on has the same ones, since it begins with the same messages. If masking fails, the call
 * is not made.
 */
public final class MaskingStep implements LLMStep {
    private static final String EXPLANATION = "\n\nPersonal data in the text is replaced by marks such as [PERSON_1],"
            + " [PERSON_1_2] (a part of that person's name) or [PHONE_1]. Treat a mark as what it stands for, and copy it"
            + " exactly as it is, brackets included.";

    private static final int MOST_PROMPTS = 64;
    private static final int LONGEST_PROMPT = 32 << 10;

    private final boolean names;
    private final Function<Collection<String>, PiiMasker> maskers;
    // An agent's instructions are the same in every call, and there is nothing in them but what a name may match.
    private final Set<String> unmarked = ConcurrentHashMap.newKeySet();

    /** @param names whether names are masked too; numbers and addresses always are */
    public MaskingStep(boolean names) {
        this(names, PiiMasker::new);
    }

    MaskingStep(boolean names, Function<Collection<String>, PiiMasker> maskers) {
        this.names = names;
        this.maskers = maskers;
    }

    @Override
    public LLMResponse handle(LLMCall call, Next next) {
        LLMRequest request = call.request();
        PiiMasker masker;
        LLMRequest masked;
        try {
            masker = maskers.apply(names ? request.sensitiveTerms() : List.of());
            masked = masked(request, masker);
        } catch (RuntimeException | StackOverflowError trouble) {
            // Its message and its trace stay out: they may hold what was to be masked.
            throw new LLMException.Failed(
                    ErrorType.UNAVAILABLE,
                    "personal data could not be masked, so nothing was sent ("
                            + trouble.getClass().getSimpleName() + ")");
        }
        Map<String, Integer> counts = new TreeMap<>();
        masker.counts().forEach((kind, count) -> counts.put(kind.label(), count));
        boolean json = request.parameters().format().isJson();
        RestoringSink sink = new RestoringSink(call.sink(), masker, json);
        LLMResponse response = next.proceed(call.withRequest(masked)
                .withSink(sink)
                .withAttempts(attempt -> call.attempts().ended(attempt.withMasked(counts))));
        sink.finish();
        return response.withContent(restored(response.content(), masker, json));
    }

    private LLMRequest masked(LLMRequest request, PiiMasker masker) {
        List<Message> messages = new ArrayList<>(request.messages().size() + 1);
        for (Message message : request.messages()) {
            messages.add(new Message(message.role(), masked(message, masker)));
        }
        if (!masker.counts().isEmpty()) {
            explain(messages);
        }
        boolean json = request.parameters().format().isJson();
        // Whoever checks an answer checks it as the caller will see it.
        LLMRequest masked = request.masked(messages, text -> request.check().problemWith(restored(text, masker, json)));
        // Names that go out as they are still have to be known to whoever writes something down.
        return names ? masked : masked.naming(request.sensitiveTerms());
    }

    private String masked(Message message, PiiMasker masker) {
        boolean namesAlone = message.role() == Message.Role.SYSTEM && holdsNamesAtMost(message.text());
        return namesAlone ? masker.maskNames(message.text()) : masker.mask(message.text());
    }

    private boolean holdsNamesAtMost(String prompt) {
        if (prompt.length() > LONGEST_PROMPT) {
            return false;
        }
        if (unmarked.contains(prompt)) {
            return true;
        }
        if (!PiiMasker.holdsNamesAtMost(prompt)) {
            return false;
        }
        if (unmarked.size() >= MOST_PROMPTS) {
            unmarked.clear();
        }
        unmarked.add(prompt);
        return true;
    }

    private static void explain(List<Message> messages) {
        Message first = messages.get(0);
        if (first.role() == Message.Role.SYSTEM) {
            messages.set(0, new Message(Message.Role.SYSTEM, first.text() + EXPLANATION));
        } else {
            messages.add(0, new Message(Message.Role.SYSTEM, EXPLANATION.strip()));
        }
    }

    private static String restored(String text, PiiMasker masker, boolean json) {
        return json ? masker.restoreJson(text) : masker.restore(text);
    }
}
