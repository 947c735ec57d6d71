package dev.llmagents.team.meetmind.summary;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishSoundnessTest {

    private final EnglishSoundness soundness = new EnglishSoundness(new EnglishVerbs());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the fox has a fox takes the hen",
                "the older members had, fifty till sixty, a card",
                "the two choices are change the timetable",
                "the lines are in with the newest trams",
                "a driver at the garage of who knows where",
                "we have which would earn a million",
                "this is the tram we bought",
                "they drove to the depot on Friday",
                "the red line will stop here on Sunday",
                "the tram is like in the brochure",
                "the timetable printed timetable is the timetable of May",
                "we could paint the trams, maybe the doors",
                "the sign shows trams, tram lines and stops"
            })
    void finds_what_no_one_would_write(String clause) {
        assertFalse(soundness.isSound(Clause.of(clause)), clause);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the tram that we bought is too long for the depot",
                "the depot is full because the old trams are still there",
                "we need a second depot and a new line",
                "the trams have doors on both sides",
                "the driver says that the brakes are fine",
                "the problem is that the doors freeze in winter",
                "the drivers want to park the trams outside",
                "there is a risk that the bridge closes in May"
            })
    void leaves_a_sentence_alone(String clause) {
        assertTrue(soundness.isSound(Clause.of(clause)), clause);
    }
}
