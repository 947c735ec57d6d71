package dev.llmagents.agent;

import java.util.Map;

/**
 * One call of a model.
 *
 * @param part what of the input it is about, for messages; empty if it is about the whole
 * @param input the values the prompt's template inserts
 */
public record Question(String part, Map<String, Object> input) {}
