package dev.llmagents.llm;

import java.util.Optional;

/** Decides whether an answer is of use to the one who asked. Answers that are not are never kept in the cache. */
@FunctionalInterface
public interface AnswerCheck {
    AnswerCheck ANY = text -> Optional.empty();

    /** What is wrong with {@code text}, in words a model can act on; empty if it may be used. */
    Optional<String> problemWith(String text);
}
