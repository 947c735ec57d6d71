package dev.llmagents.llm;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** How a call is turned into the form in which it may lie on a disk, and back. Safe for threads. */
@FunctionalInterface
public interface AtRest {
    /** For calls that are masked already when they come by. */
    AtRest AS_SENT = request -> new Form(request.messages(), "", Optional::of, kept -> kept);

    Form of(LLMRequest request);

    /**
     * One call's form.
     *
     * @param messages what was asked, without personal data; only their fingerprint is kept
     * @param marks a fingerprint of what the marks in a resting answer stand for: an answer that rests under one says
     *     something else under another; empty if there are none to put back
     * @param hide an answer as it may rest; empty if it could not be put back letter by letter
     * @param show a resting answer as it was
     */
    record Form(
            List<Message> messages,
            String marks,
            Function<String, Optional<String>> hide,
            UnaryOperator<String> show) {}
}
