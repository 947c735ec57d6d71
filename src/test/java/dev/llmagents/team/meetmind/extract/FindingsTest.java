package dev.llmagents.team.meetmind.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.team.meetmind.Feature;
import dev.llmagents.team.meetmind.Priority;
import dev.llmagents.team.meetmind.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions, risks, open questions, requirements and features in a few lines each. */
class FindingsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            So we've decided to drop the old menu. | Drop the old menu.
            We will not ship before June. | Do not ship before June.
            Okay, so let's go with the blue one. | Go with the blue one.
            Then it's decided: we launch in May. | Launch in May.
            Decision: no meeting in July. | No meeting in July.
            The motion is carried. | The motion is carried.
            """)
    void hears_a_decision_in(String said, String text) {
        assertEquals(
                List.of(text),
                Decisions.in(Meetings.english("Ann: " + said, "Bob: Mm.")).stream()
                        .map(finding -> finding.text())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Have we decided on the name?",
                "We haven't decided on the name.",
                "We need to decide on the name.",
                "If we go with the blue one it costs more.",
                "Let's move on to the next point.",
                "I decided to stay at home that day.",
            })
    void hears_no_decision_in(String said) {
        assertEquals(List.of(), Decisions.in(Meetings.english("Ann: " + said, "Bob: Mm.")));
    }

    @Test
    void a_proposal_that_is_agreed_to_is_a_decision() {
        assertEquals(
                "Move the launch to May.",
                Decisions.in(Meetings.english("Ann: I propose to move the launch to May.", "Bob: Sounds good."))
                        .get(0)
                        .text());
        assertEquals(
                List.of(), Decisions.in(Meetings.english("Ann: I propose to move the launch to May.", "Bob: Hm, no.")));
    }

    @Test
    void that_is_a_risk_points_at_what_was_said_before() {
        assertEquals(
                "The supplier closes in July.",
                Risks.in(Meetings.english("Ann: The supplier closes in July.", "Bob: That's a risk."))
                        .get(0)
                        .text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"There is no risk in that.", "Don't worry about it.", "Are there any risks?"})
    void hears_no_risk_in(String said) {
        assertEquals(List.of(), Risks.in(Meetings.english("Ann: The supplier closes in July.", "Bob: " + said)));
    }

    @Test
    void a_question_is_open_only_while_nobody_answers_it() {
        assertEquals(
                1,
                OpenQuestions.in(Meetings.english("Ann: Who owns the domain?", "Bob: I don't know."))
                        .size());
        assertEquals(List.of(), OpenQuestions.in(Meetings.english("Ann: Who owns the domain?", "Bob: Cid does.")));
        assertEquals(List.of(), OpenQuestions.in(Meetings.english("Ann: Any questions?", "Bob: I don't know.")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The system must keep the scans. | MUST
            The report should show the totals. | SHOULD
            It would be nice to have a dark mode. | COULD
            The app doesn't need to support fax. | WONT
            """)
    void reads_the_priority_from_the_word_of_asking(String said, Priority priority) {
        List<Requirement> requirements = Requirements.in(Meetings.english("Ann: " + said));
        assertEquals(1, requirements.size());
        assertEquals(priority, requirements.get(0).priority());
        assertEquals("Ann", requirements.get(0).requestedBy());
    }

    @ParameterizedTest
    @ValueSource(strings = {"I have to go now.", "You should call her.", "We must hurry.", "Must it be red?"})
    void what_people_must_do_is_no_requirement(String said) {
        assertEquals(List.of(), Requirements.in(Meetings.english("Ann: " + said)));
    }

    @Test
    void a_feature_asked_for_by_more_people_ranks_higher() {
        List<Feature> features = Features.in(Meetings.english(
                "Ann: The app should have a dark mode.",
                "Bob: It must have offline maps.",
                "Cid: And the app must have offline maps, yes."));
        assertEquals("offline maps", features.get(0).name());
        assertEquals(List.of("Bob", "Cid"), features.get(0).requestedBy());
        assertTrue(features.get(0).score() > features.get(1).score());
    }

    @Test
    void says_nothing_when_nothing_was_said() {
        MeetingText meeting = Meetings.english("Ann: ...", "Bob: Mm-hmm.", "Ann: Ha.");
        assertEquals(List.of(), Decisions.in(meeting));
        assertEquals(List.of(), Risks.in(meeting));
        assertEquals(List.of(), OpenQuestions.in(meeting));
        assertEquals(List.of(), Requirements.in(meeting));
        assertEquals(List.of(), Features.in(meeting));
        assertEquals(List.of(), ActionItems.in(meeting, Meetings.WEDNESDAY));
    }
}
