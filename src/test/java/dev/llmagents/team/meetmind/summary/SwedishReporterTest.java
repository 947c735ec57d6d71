package dev.llmagents.team.meetmind.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.llmagents.team.meetmind.text.Sentence;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwedishReporterTest {

    private final Reporter reporter = new SwedishReporter(Set.of("bankid"), Set.of("erik", "anna"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Vi hinner inte testa appen före jul.              | påpekade att gruppen inte hinner testa appen före jul
            Okej, kunden kräver svar på måndag.               | sa att kunden kräver svar på måndag
            Erik, kan du boka lokalen till fredag?            | bad Erik att boka lokalen till fredag
            Jag mejlar leverantören om priset i morgon.       | skulle mejla leverantören om priset dagen efter
            Ska vi byta leverantör i höst?                    | frågade om gruppen ska byta leverantör i höst
            Vem tar över testmiljön?                          | frågade vem som tar över testmiljön
            Vi borde spela in utbildningen.                   | föreslog att gruppen borde spela in utbildningen
            """)
    void says_in_the_third_person_what_was_said(String said, String reported) {
        Utterance utterance = new Utterance(1, Optional.empty(), Optional.empty(), "Anna", said);
        Spoken spoken = Spoken.of(new Sentence(utterance, 0, said), said);
        List<Report> reports = reporter.reports(spoken, Optional.of("Erik"));
        assertEquals(1, reports.size());
        assertEquals(reported, reports.get(0).predicate());
    }

    @Test
    void words_a_decision_as_what_follows_beslutade() {
        assertEquals(
                Optional.of("att skjuta upp lanseringen till maj"),
                reporter.decision("Då beslutar vi att skjuta upp lanseringen till maj."));
    }
}
