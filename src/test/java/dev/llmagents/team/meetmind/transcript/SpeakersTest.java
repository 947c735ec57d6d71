package dev.llmagents.team.meetmind.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpeakersTest {

    @Test
    void spellings_of_one_name_become_one() {
        assertEquals(
                List.of("Ida Falk", "Ida Falk", "Ida Falk"), unified(Map.of(), "IDA FALK", "Ida  Falk", "Ida Falk"));
    }

    @Test
    void a_first_name_is_the_only_one_who_has_it() {
        assertEquals(List.of("Ida Falk", "Ida Falk"), unified(Map.of(), "Ida", "Ida Falk"));
    }

    @Test
    void a_first_name_that_two_have_stays() {
        assertEquals(List.of("Ida", "Ida Falk", "Ida Ek"), unified(Map.of(), "Ida", "Ida Falk", "Ida Ek"));
    }

    @Test
    void numbers_are_different_people() {
        assertEquals(List.of("Speaker", "Speaker 1"), unified(Map.of(), "Speaker", "Speaker 1"));
        assertEquals(List.of("Grad A", "Grad B"), unified(Map.of(), "Grad A", "Grad B"));
    }

    @Test
    void an_office_told_once_is_left_out() {
        assertEquals(
                List.of("Mr. Ola Öst", "Mr. Ola Öst", "Mr. Bo Ek (Guest)"),
                unified(Map.of(), "Mr. Ola Öst (Minister of Roads, ABC)", "Mr. Ola Öst", "Mr. Bo Ek (Guest)"));
    }

    @Test
    void an_alias_comes_before_everything() {
        assertEquals(
                List.of("Ida Falk", "Omar", "Ida Falk"),
                unified(Map.of("speaker 1", "Ida Falk"), "Speaker 1", "Omar", "SPEAKER 1"));
    }

    @Test
    void nobody_known_stays_unknown() {
        assertEquals(List.of(Utterance.UNKNOWN, "Ida"), unified(Map.of(), Utterance.UNKNOWN, "Ida"));
    }

    @Test
    void attendees_are_unified_too_and_help_to_tell() {
        Transcript transcript = new Transcript(
                "a", Optional.empty(), Optional.empty(), List.of("Ida Falk", "Omar Holm"), utterances("Ida", "Omar"));
        Transcript unified = Speakers.unify(transcript, Map.of());
        assertEquals("Ida Falk", unified.utterances().get(0).speaker());
        assertEquals(List.of("Ida Falk", "Omar Holm"), unified.attendees());
    }

    private static List<String> unified(Map<String, String> aliases, String... speakers) {
        Transcript transcript =
                new Transcript("a", Optional.empty(), Optional.empty(), List.of(), utterances(speakers));
        List<String> names = new ArrayList<>();
        for (Utterance utterance : Speakers.unify(transcript, aliases).utterances()) {
            names.add(utterance.speaker());
        }
        return names;
    }

    private static List<Utterance> utterances(String... speakers) {
        List<Utterance> utterances = new ArrayList<>();
        for (int i = 0; i < speakers.length; i++) {
            utterances.add(new Utterance(i + 1, Optional.empty(), Optional.empty(), speakers[i], "Hello."));
        }
        return utterances;
    }
}
