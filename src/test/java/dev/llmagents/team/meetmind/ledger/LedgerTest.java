package dev.llmagents.team.meetmind.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.team.meetmind.ledger.LedgerEntry.State;
import dev.llmagents.team.meetmind.ledger.LedgerEvent.Kind;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
    private static final String FIRST = """
            Ada Moss: Hello, let's start.
            Ben Cole: I'll send the tax report to the bank by 9 March.
            Ada Moss: Thank you.
            """;

    private static Ledger ledger(String... textAndDay) throws Exception {
        Map<String, String> meetings = new LinkedHashMap<>();
        for (int at = 0; at < textAndDay.length; at += 2) {
            meetings.put(textAndDay[at], textAndDay[at + 1]);
        }
        return Ledger.of(Series.of(meetings), Optional.empty());
    }

    private static LedgerEntry only(Ledger ledger) {
        assertEquals(1, ledger.entries().size(), () -> ledger.entries().toString());
        return ledger.entries().get(0);
    }

    private static Ledger followed(String... lines) throws Exception {
        return ledger("2026-03-02", FIRST, "2026-03-16", String.join("\n", lines) + "\nAda Moss: Okay, thanks.\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ben Cole: I sent the tax report to the bank on Monday.",
                "Ben Cole: The tax report is done.",
                "Ben Cole: I've already mailed the tax report.",
                "Ada Moss: Ben sent the tax report to the bank last week.",
                "Ada Moss: Ben, the tax report?\nBen Cole: That's done.",
                "Ada Moss: How about the tax report, Ben?\nBen Cole: Sent it yesterday."
            })
    void a_task_is_done_when_a_later_meeting_says_so(String said) throws Exception {
        LedgerEntry entry = only(followed("Ada Moss: Good morning.", said));
        assertEquals(State.DONE, entry.state());
        assertEquals(1, entry.last().meeting());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ben Cole: The tax form is done.",
                "Ben Cole: The second tax report is not what they wanted.",
                "Ben Cole: I sent the holiday card to the bank.",
                "Ben Cole: When the tax report is done we can relax.",
                "Ben Cole: If the tax report is sent, they will pay.",
                "Ben Cole: Is the tax report done?",
                "Ben Cole: I sent the tax report about wages, not the one for the bank.",
                "Ben Cole: The tax report will be done soon.",
                "Ben Cole: The tax report isn't done yet.",
                "Ben Cole: The tax report is almost done.",
                "Ben Cole: I could have sent the tax report.",
                "Ben Cole: I am done with these long meetings."
            })
    void words_about_something_else_or_about_the_future_leave_a_task_open(String said) throws Exception {
        assertEquals(
                State.OVERDUE, only(followed("Ada Moss: Good morning.", said)).state());
    }

    private static Ledger guides(String reporter) throws Exception {
        return ledger(
                "2026-03-02",
                """
                Ben Cole: I'll update the billing guide by 9 March.
                Ada Moss: Good. What else is there?
                Ben Cole: The customers ask for more.
                Ada Moss: I'll update the travel guide by 9 March.
                """,
                "2026-03-16",
                "Ada Moss: Morning.\n" + reporter + ": The guide is updated.\nAda Moss: Okay.\n");
    }

    @Test
    void words_that_fit_two_tasks_close_neither() throws Exception {
        Ledger ledger = guides("Cara Dean");
        assertEquals(2, ledger.entries().size());
        assertEquals(2, ledger.count(State.OVERDUE));
    }

    @Test
    void of_two_tasks_that_fit_the_speakers_own_is_meant() throws Exception {
        Ledger ledger = guides("Ben Cole");
        assertEquals(State.DONE, ledger.entries().get(0).state());
        assertEquals(State.OVERDUE, ledger.entries().get(1).state());
    }

    @Test
    void a_later_day_is_a_postponement_and_counts_from_then_on() throws Exception {
        LedgerEntry entry = only(followed("Ben Cole: I'll send the tax report to the bank by 20 March."));
        assertEquals(Kind.POSTPONED, entry.last().kind());
        assertEquals(Optional.of(LocalDate.of(2026, 3, 20)), entry.due());
        assertEquals(State.OPEN, entry.state());
    }

    @Test
    void an_earlier_day_is_none() throws Exception {
        LedgerEntry entry = only(ledger(
                "2026-03-02", FIRST, "2026-03-03", "Ben Cole: I'll send the tax report to the bank by 5 March.\n"));
        assertEquals(Kind.BROUGHT_FORWARD, entry.last().kind());
    }

    @Test
    void what_is_done_and_taken_on_again_is_a_new_task() throws Exception {
        Ledger ledger = ledger(
                "2026-03-02",
                FIRST,
                "2026-03-16",
                "Ada Moss: Morning.\nBen Cole: The tax report is done.\n",
                "2026-06-01",
                "Ada Moss: New quarter.\nBen Cole: I'll send the tax report to the bank by 9 June.\n");
        assertEquals(
                List.of(State.DONE, State.OPEN),
                ledger.entries().stream().map(LedgerEntry::state).toList());
    }

    @Test
    void meetings_are_ordered_by_their_days_whatever_the_order_of_the_files() throws Exception {
        Ledger ledger =
                ledger("2026-03-16", "Ada Moss: Morning.\nBen Cole: The tax report is done.\n", "2026-03-02", FIRST);
        assertEquals(State.DONE, only(ledger).state());
        assertEquals(List.of(), ledger.warnings());
        assertEquals(Optional.of(LocalDate.of(2026, 3, 16)), ledger.asOf());
    }

    @Test
    void a_meeting_without_a_day_keeps_its_place_and_is_named() throws Exception {
        Ledger ledger = ledger("first", FIRST, "second", "Ada Moss: Morning.\nBen Cole: The tax report is done.\n");
        assertEquals(State.DONE, only(ledger).state());
        assertEquals(2, ledger.warnings().size());
        assertTrue(ledger.warnings().get(0).startsWith("first.txt tells no date"));
    }

    @Test
    void nothing_is_overdue_on_the_day_it_is_due() throws Exception {
        List<dev.llmagents.team.meetmind.MeetingReport> meetings = Series.of(Map.of("2026-03-02", FIRST));
        assertEquals(
                State.OPEN,
                only(Ledger.of(meetings, Optional.of(LocalDate.of(2026, 3, 9)))).state());
        assertEquals(
                State.OVERDUE,
                only(Ledger.of(meetings, Optional.of(LocalDate.of(2026, 3, 10))))
                        .state());
    }

    @Test
    void a_decision_given_up_later_is_told_with_both_quotes() throws Exception {
        Ledger ledger = ledger(
                "2026-03-02",
                "Ada Moss: We decided to use Lumen for the archive.\nBen Cole: Good.\n",
                "2026-03-16",
                "Ada Moss: Decision: we drop Lumen and use paper for the archive instead.\nBen Cole: Fine.\n");
        assertEquals(1, ledger.reversals().size());
        Reversal reversal = ledger.reversals().get(0);
        assertEquals(0, reversal.earlier().meeting());
        assertTrue(reversal.later().finding().evidence().quote().contains("we drop Lumen"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada Moss: Decision: we drop Lumen and write on napkins instead, haha.\nBen Cole: Sure.\n",
                "Ada Moss: Decision: we drop Lumen and write on napkins.\nBen Cole: Very funny.\n",
                "Ada Moss: Decision: we drop the Friday lunch.\nBen Cole: Fine.\n",
                "Ada Moss: Maybe we could probably drop Lumen, we decided nothing.\nBen Cole: Fine.\n",
                "Ada Moss: Decision: we use a drop down for Lumen in the archive.\nBen Cole: Fine.\n",
                "Ada Moss: Decision: we use Lumen for the letters, too.\nBen Cole: Fine.\n"
            })
    void jokes_and_other_subjects_reverse_nothing(String later) throws Exception {
        Ledger ledger = ledger(
                "2026-03-02",
                "Ada Moss: We decided to use Lumen for the archive.\nBen Cole: Good.\n",
                "2026-03-16",
                later);
        assertEquals(List.of(), ledger.reversals());
    }

    @Test
    void every_quote_stands_in_its_meeting() throws Exception {
        Ledger ledger = followed("Ada Moss: Ben, the tax report?", "Ben Cole: That's done.");
        for (LedgerEntry entry : ledger.entries()) {
            for (LedgerEvent event : entry.history()) {
                assertTrue(ledger.meetings().get(event.meeting()).transcript().utterances().stream()
                        .anyMatch(turn -> turn.line() == event.evidence().line()
                                && turn.text().contains(event.evidence().quote())));
            }
        }
    }
}
