package dev.llmagents.team.meetmind.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParticipantsTest {

    @Test
    void measures_where_ends_are_given() throws Exception {
        List<Participant> participants = Participants.of(Reading.of(
                        "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ida>One two three\n\n00:04.000 --> 00:05.000\n<v Omar>Four.\n")
                .reading());
        assertEquals("Ida", participants.get(0).name());
        assertEquals(3, participants.get(0).words());
        assertEquals(Duration.ofSeconds(3), participants.get(0).talkTime().orElseThrow());
        assertEquals(0.75, participants.get(0).share(), 1e-9);
    }

    @Test
    void estimates_where_only_starts_are_given() throws Exception {
        List<Participant> participants = Participants.of(Reading.of("""
                                [00:00:10] Ida: one two three four five six seven eight nine ten.
                                [00:00:13] Omar: one two.
                                [00:05:00] Ida: Bye now.
                                """).reading());
        // Bounded by the next start where somebody follows at once, by the pace of speech where silence follows.
        assertEquals(3.96, seconds(participants.get(0)), 0.01);
        assertEquals(0.96, seconds(participants.get(1)), 0.01);
    }

    @Test
    void shares_by_words_where_there_are_no_times() throws Exception {
        List<Participant> participants = Participants.of(
                Reading.of("Ida: one two three.\nOmar: — four —\n").reading());
        assertEquals(0.75, participants.get(0).share(), 1e-9);
        assertTrue(participants.get(0).talkTime().isEmpty());
        assertEquals(1, participants.get(1).words());
    }

    @Test
    void times_every_five_minutes_are_too_few() throws Exception {
        List<Participant> participants = Participants.of(
                Reading.of("00:00:00\n\nIda: One.\nOmar: Two.\nIda: Three.\n\n00:05:00\n\nOmar: Four.\n")
                        .reading());
        assertTrue(participants.get(0).talkTime().isEmpty());
    }

    @Test
    void lines_of_one_turn_share_its_time() throws Exception {
        List<Participant> participants =
                Participants.of(Reading.of("Ida  0:00\nOne two.\nThree four.\n\nOmar  0:01\nFive.\n")
                        .reading());
        assertEquals("Ida", participants.get(0).name());
        assertEquals(1.0, seconds(participants.get(0)), 0.01);
    }

    private static double seconds(Participant participant) {
        return participant.talkTime().orElseThrow().toMillis() / 1000.0;
    }
}
