package dev.llmagents.team.meetmind.transcript;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A meeting as it was said, whatever format it came in.
 *
 * @param name the input's name, for people
 * @param title the meeting's title if the input states one
 * @param date the day of the meeting, from the input's header or its name: the anchor of every due date
 * @param attendees names listed as present; may hold people who never speak and may be empty
 * @param utterances what was said, in the order of the input; never empty
 */
public record Transcript(
        String name,
        Optional<String> title,
        Optional<LocalDate> date,
        List<String> attendees,
        List<Utterance> utterances) {

    public Transcript {
        attendees = List.copyOf(attendees);
        utterances = List.copyOf(utterances);
        if (utterances.isEmpty()) {
            throw new IllegalArgumentException(name + " holds no speech");
        }
    }
}
