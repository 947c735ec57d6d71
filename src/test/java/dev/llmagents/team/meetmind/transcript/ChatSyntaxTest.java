package dev.llmagents.team.meetmind.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChatSyntaxTest {

    @Test
    void reactions_are_no_speech_and_replies_keep_their_text() throws Exception {
        Reading reading = Reading.of(String.join(
                "\r\n",
                "00:05:16\tIda Falk:\tIs it on?",
                "00:05:20\tDr. Omar Holm:\tReacted to \"Is it on?\" with 👍",
                "00:06:00\tDr. Omar Holm:\tReplying to \"Is it on?\"",
                "",
                "Yes: since noon.",
                "00:06:10\tIda Falk:\tRemoved a 👍 reaction from \"Yes\""));
        assertEquals(TranscriptFormat.CHAT, reading.format());
        assertEquals(List.of("1 316 Ida Falk: Is it on?", "5 360 Dr. Omar Holm: Yes: since noon."), reading.said());
    }

    @Test
    void the_older_form_names_the_receiver() throws Exception {
        Reading reading = Reading.of(
                "14:05:16 From Ida Falk to Everyone:\n\tIs it on?\n14:06:00 From Omar to Ida Falk(Direct Message): Yes.\n");
        assertEquals(List.of("2 50716 Ida Falk: Is it on?", "3 50760 Omar: Yes."), reading.said());
    }

    @Test
    void times_of_messages_are_no_talk_time() throws Exception {
        Reading reading = Reading.of("00:05:16\tIda:\tOne two\n00:06:00\tOmar:\tThree\n");
        for (Participant participant : Participants.of(reading.reading())) {
            assertTrue(participant.talkTime().isEmpty());
        }
    }
}
