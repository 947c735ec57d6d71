package dev.llmagents.agent;

import java.util.List;

/**
 * An answer together with what became of a model's part in it.
 *
 * @param added how many things of the answer are the model's: new ones, and ones it put into better words
 * @param dropped how many things it said that the input does not support
 * @param notes what a reader has to know about it, a sentence each
 */
public record Checked<O>(O value, int added, int dropped, List<String> notes) {
    public Checked {
        notes = List.copyOf(notes);
    }
}
