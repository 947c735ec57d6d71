package dev.llmagents.team.meetmind.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hon. Mary Fox (Leeds, Lib.)          | Mary Fox
            Mr. Ole Berg (Oslo-Vest, GP)         | Ole Berg
            The Chair (Hon. Ann Li (York, C.))   | the Chair
            Gwen Price AM                        | Gwen Price
            Project Manager                      | the Project Manager
            Marketing                            | Marketing
            Erik Sjöström                        | Erik Sjöström
            """)
    void are_named_as_prose_names_them(String label, String name) {
        Utterance utterance = new Utterance(1, Optional.empty(), Optional.empty(), label, "Yes.");
        assertEquals(name, Speakers.of(List.of(utterance), Language.EN).name(label));
    }
}
