package dev.llmagents.report.ledger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.report.Figures;
import dev.llmagents.report.JsonEnvelope;
import dev.llmagents.report.RunFacts;
import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.MeetingReport;
import dev.llmagents.team.meetmind.ledger.Ledger;
import dev.llmagents.team.meetmind.ledger.LedgerEntry;
import dev.llmagents.team.meetmind.ledger.LedgerEvent;
import dev.llmagents.team.meetmind.ledger.Reversal;
import java.time.LocalDate;

/** A ledger as one JSON object; the schema is {@code schemas/meetmind.actions.1.json} on the class path. Safe for threads. */
public final class LedgerJson implements LedgerRenderer {
    /** Names the form of the output; a change that readers would notice gets a new number. */
    public static final String SCHEMA = "https://llm-agents.example/schemas/meetmind.actions/1";

    @Override
    public String render(Ledger ledger, RunFacts facts) {
        return JsonEnvelope.of(SCHEMA, facts, result(ledger));
    }

    private static ObjectNode result(Ledger ledger) {
        ObjectNode result = Json.object();
        result.put("asOf", ledger.asOf().map(LocalDate::toString).orElse(null));
        ObjectNode counts = result.putObject("counts");
        for (LedgerEntry.State state : LedgerEntry.State.values()) {
            counts.put(state.label(), ledger.count(state));
        }
        ArrayNode meetings = result.putArray("meetings");
        for (int at = 0; at < ledger.meetings().size(); at++) {
            MeetingReport meeting = ledger.meetings().get(at);
            meetings.addObject()
                    .put("id", meetingId(at))
                    .put("name", meeting.transcript().name())
                    .put("title", meeting.transcript().title().orElse(null))
                    .put(
                            "date",
                            meeting.transcript().date().map(LocalDate::toString).orElse(null))
                    .put("language", meeting.language().code());
        }
        ArrayNode items = result.putArray("actionItems");
        ledger.entries().forEach(entry -> entry(items.addObject(), entry));
        ArrayNode reversals = result.putArray("contradictions");
        for (Reversal reversal : ledger.reversals()) {
            ObjectNode node = reversals.addObject();
            decision(node.putObject("earlier"), reversal.earlier());
            decision(node.putObject("later"), reversal.later());
        }
        return result;
    }

    private static void entry(ObjectNode node, LedgerEntry entry) {
        node.put("id", entry.id()).put("text", entry.text());
        node.put("state", entry.state().label());
        node.put("owner", entry.owner().orElse(null));
        node.put("due", entry.due().map(LocalDate::toString).orElse(null));
        node.put("dueText", entry.dueText().orElse(null));
        ArrayNode history = node.putArray("history");
        for (LedgerEvent event : entry.history()) {
            ObjectNode said = history.addObject();
            said.put("kind", event.kind().label());
            said.put("meeting", meetingId(event.meeting()));
            said.put("item", event.item().orElse(null));
            said.put("owner", event.owner().orElse(null));
            said.put("due", event.due().map(LocalDate::toString).orElse(null));
            ground(said, event.evidence());
            said.put("source", event.source().label());
        }
    }

    private static void decision(ObjectNode node, Reversal.Decision decision) {
        node.put("meeting", meetingId(decision.meeting()));
        node.put("item", decision.item());
        node.put("text", decision.finding().text());
        ground(node, decision.finding().evidence());
        node.put("source", decision.finding().source().label());
    }

    private static void ground(ObjectNode node, Evidence evidence) {
        node.put("quote", evidence.quote());
        node.put("line", evidence.line());
        node.put("speaker", evidence.speaker());
        node.put("start", evidence.start().map(Figures::isoClock).orElse(null));
    }

    private static String meetingId(int meeting) {
        return "M" + (meeting + 1);
    }
}
