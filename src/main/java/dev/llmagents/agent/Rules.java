package dev.llmagents.agent;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What an agent knows by itself. Pure functions: no I/O, no clock, the same input gives the same answer.
 *
 * @param <I> what the agent works on
 * @param <O> what it answers
 */
public interface Rules<I, O> {

    /** The answer without a model. */
    O answer(I input);

    /** What to ask a model; empty if a model has nothing to add to this input. */
    List<Question> questions(I input, O answer);

    /**
     * Puts together the rules' answer and what of a model's replies stands up to the input.
     *
     * @param replies JSON objects, in order of the questions; they may lack fields and hold wrong ones
     */
    Checked<O> check(I input, O answer, List<JsonNode> replies);
}
