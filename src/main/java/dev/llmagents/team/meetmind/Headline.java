package dev.llmagents.team.meetmind;

import dev.llmagents.agent.Source;
import java.util.List;

/**
 * What a reader should know first.
 *
 * @param text one or two sentences: the meeting's outcome
 * @param focus ids of the items that matter most, most urgent first
 */
public record Headline(String text, List<String> focus, Source source) {
    public Headline {
        focus = List.copyOf(focus);
    }
}
