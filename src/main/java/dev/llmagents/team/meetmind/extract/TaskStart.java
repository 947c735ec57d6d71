package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.extract.Task.Kind;
import java.util.Optional;

/**
 * A place where a task begins.
 *
 * @param at index of the first word of the cue
 * @param from index of the first word of the task
 * @param verb the verb, if it does not stand at {@code from}
 */
record TaskStart(Kind kind, Optional<String> owner, int at, int from, String verb, double confidence) {}
