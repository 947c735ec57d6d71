package dev.llmagents.team.meetmind;

import dev.llmagents.agent.Source;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something somebody is to do after the meeting.
 *
 * @param text the task in a reader's words, starting with a verb where possible
 * @param owner who does it, as the transcript names them; empty when nobody was named
 * @param due the day it is due; empty when none was said or the words leave doubt
 * @param dueText the words that were said about the time, even where they give no date
 * @param confidence how sure its source is, 0 to 1
 */
public record ActionItem(
        String text,
        Optional<String> owner,
        Optional<LocalDate> due,
        Optional<String> dueText,
        Evidence evidence,
        double confidence,
        Source source) {}
