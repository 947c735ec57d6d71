package dev.llmagents.team.meetmind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.llmagents.agent.Source;
import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.transcript.Transcript;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest {

    private static Utterance said(String speaker) {
        return new Utterance(1, Optional.empty(), Optional.empty(), speaker, "Hello.");
    }

    private static List<String> people(String speaker, List<String> attendees, List<ActionItem> actions) {
        Transcript transcript =
                new Transcript("t", Optional.empty(), Optional.empty(), attendees, List.of(said(speaker)));
        return People.of(new Meeting(transcript, Language.EN), actions);
    }

    @Test
    void whoever_spoke_attended_or_has_a_task_is_named_once() {
        ActionItem action = new ActionItem(
                "Call",
                Optional.of("Kalle"),
                Optional.empty(),
                Optional.empty(),
                Evidence.of(said("Anna Berg"), "Hello."),
                1,
                Source.RULES);
        assertEquals(
                List.of("Anna Berg", "Bo Ek", "Kalle"),
                people("Anna Berg", List.of("Bo Ek", "Anna Berg"), List.of(action)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dr. Anna Berg|Anna Berg",
                "Anna Berg, Project Manager|Anna Berg,",
                "Ordförande Berg|Berg",
                "Anna Berg, Acme Widgets|Anna Berg,",
                "Berg, Anna|Berg, Anna",
                "Hon. Anna Berg, Minister of Public Works|Anna Berg,",
                "Anna Berg from Acme|Anna Berg",
                "Anna Berg (Chair)|Anna Berg",
                "王伟|王伟"
            })
    void roles_are_no_part_of_a_name(String label, String name) {
        assertEquals(List.of(name), people(label, List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Project Manager",
                "Minister of Public Works",
                "Speaker 2",
                "Talare 1",
                "S3",
                "Grad A",
                "Unknown speaker",
                "Chair",
                "Participant 12"
            })
    void labels_that_name_nobody_are_left_out(String label) {
        assertEquals(List.of(), people(label, List.of(), List.of()));
    }
}
