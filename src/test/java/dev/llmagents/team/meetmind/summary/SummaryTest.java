package dev.llmagents.team.meetmind.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.agent.Source;
import dev.llmagents.team.meetmind.ActionItem;
import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.Finding;
import dev.llmagents.team.meetmind.SummarySentence;
import dev.llmagents.team.meetmind.Topic;
import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final List<Utterance> MEETING = utterances(
            "Ines: Hello. Today we're going to talk about the heat pump and the new factory.",
            "Ines: Um, how far is the heat pump, Paul?",
            "Paul: The heat pump is ready, but the the compressor is too loud at night.",
            "Paul: We've measured forty decibels at the compressor, which is above the limit.",
            "Ines: We could put the compressor on rubber feet.",
            "Paul: I agree. I'll order rubber feet this week.",
            "Ines: Good. Then the factory. The permit for the factory is delayed until September.",
            "Paul: That means the factory cannot start production before the winter.",
            "Ines: So we agreed to rent a second hall for the winter.");

    @Test
    void tells_what_it_was_about_what_was_said_and_what_follows() {
        Utterance last = MEETING.get(MEETING.size() - 1);
        Finding decision = new Finding(
                "We agreed to rent a second hall for the winter.", Evidence.of(last, last.text()), 0.9, Source.RULES);
        ActionItem action = new ActionItem(
                "Order rubber feet",
                Optional.of("Paul"),
                Optional.empty(),
                Optional.of("this week"),
                Evidence.of(MEETING.get(5), "I'll order rubber feet this week."),
                0.9,
                Source.RULES);
        String text = text(Summary.of(Talk.of(MEETING, Language.EN), List.of(decision), List.of(action)));
        assertTrue(text.startsWith("The meeting was about the heat pump and the new factory"), text);
        assertTrue(text.contains("the compressor was too loud at night"), text);
        assertTrue(text.contains("The team decided to rent a second hall for the winter."), text);
        assertTrue(text.endsWith("As next steps, Paul will order rubber feet (this week)."), text);
    }

    @Test
    void speaks_of_people_in_the_third_person_without_fillers() {
        for (SummarySentence sentence : Summary.of(Talk.of(MEETING, Language.EN), List.of(), List.of())) {
            String padded = ' ' + sentence.text().replace(".", " ").replace(",", " ") + ' ';
            assertFalse(
                    padded.contains(" I ") || padded.contains(" we ") || padded.contains(" the the "), sentence.text());
            assertTrue(
                    sentence.text().endsWith(".")
                            && Character.isUpperCase(sentence.text().charAt(0)),
                    sentence.text());
        }
    }

    @Test
    void rests_every_sentence_and_topic_on_words_of_one_utterance_letter_by_letter() {
        Talk talk = Talk.of(MEETING, Language.EN);
        List<Evidence> all = new ArrayList<>();
        Summary.of(talk, List.of(), List.of()).forEach(sentence -> all.add(sentence.evidence()));
        Topics.of(talk).forEach(topic -> all.add(topic.evidence()));
        for (Evidence evidence : all) {
            Utterance utterance = MEETING.get(evidence.line() - 1);
            assertTrue(utterance.text().contains(evidence.quote()), evidence.quote());
            assertEquals(utterance.speaker(), evidence.speaker());
        }
    }

    @Test
    void covers_the_meeting_with_topics_that_name_its_subjects() {
        List<Topic> topics = Topics.of(Talk.of(MEETING, Language.EN));
        assertEquals(1, topics.get(0).firstLine());
        assertEquals(MEETING.size(), topics.get(topics.size() - 1).lastLine());
        assertTrue(topics.get(0).keyPhrases().contains("compressor"), topics.toString());
    }

    @Test
    void summarises_swedish_in_swedish() {
        List<Utterance> meeting = utterances(
                "Åsa Lind: Idag ska vi prata om den nya skolan.",
                "Åsa Lind: Matsalen blir inte klar för eleverna före augusti.",
                "Nils Öberg: Kommunen kräver en ny brandtrappa i matsalen.",
                "Nils Öberg: Det finns en risk att brandtrappan blir för dyr.");
        String text = text(Summary.of(Talk.of(meeting, Language.SV), List.of(), List.of()));
        assertTrue(text.startsWith("Mötet handlade om den nya skolan"), text);
        assertTrue(text.contains("att matsalen inte blir klar för eleverna före augusti"), text);
    }

    @Test
    void is_the_same_every_time() {
        assertEquals(
                Summary.of(Talk.of(MEETING, Language.EN), List.of(), List.of()),
                Summary.of(Talk.of(MEETING, Language.EN), List.of(), List.of()));
    }

    @Test
    void survives_meetings_without_anything_to_tell() {
        assertFalse(Summary.of(Talk.of(utterances("A: Mm-hmm."), Language.EN), List.of(), List.of())
                .isEmpty());
        assertFalse(Topics.of(Talk.of(utterances("A: Mm-hmm."), Language.EN)).isEmpty());
        assertFalse(
                Topics.of(Talk.of(utterances("A: ... ??? !!!"), Language.SV)).isEmpty());
    }

    @Test
    void needs_no_more_than_seconds_for_a_giant_line() {
        String giant = "Anna: " + "we think the budget, and so the plan [ is it? ".repeat(40_000);
        assertTimeout(Duration.ofSeconds(20), () -> {
            Talk talk = Talk.of(utterances(giant, "Bo: " + "x".repeat(500_000), "Bo: Right."), Language.EN);
            Topics.of(talk);
            Summary.of(talk, List.of(), List.of());
        });
    }

    private static String text(List<SummarySentence> sentences) {
        StringBuilder text = new StringBuilder();
        for (SummarySentence sentence : sentences) {
            text.append(text.length() == 0 ? "" : " ").append(sentence.text());
        }
        return text.toString();
    }

    private static List<Utterance> utterances(String... lines) {
        List<Utterance> utterances = new ArrayList<>();
        for (String line : lines) {
            int colon = line.indexOf(": ");
            utterances.add(new Utterance(
                    utterances.size() + 1,
                    Optional.empty(),
                    Optional.empty(),
                    line.substring(0, colon),
                    line.substring(colon + 2)));
        }
        return utterances;
    }
}
