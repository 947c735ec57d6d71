package dev.llmagents.report.ledger;

import dev.llmagents.report.Figures;
import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.MeetingReport;
import dev.llmagents.team.meetmind.ledger.Ledger;
import dev.llmagents.team.meetmind.ledger.LedgerEntry;
import dev.llmagents.team.meetmind.ledger.LedgerEntry.State;
import dev.llmagents.team.meetmind.ledger.LedgerEvent;
import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What all formats for people say of a ledger. What comes of inputs is raw here; each format cleans it its own way. */
final class LedgerView {
    private final Ledger ledger;
    private final Language language;

    LedgerView(Ledger ledger) {
        this.ledger = ledger;
        boolean swedish = ledger.meetings().stream().allMatch(meeting -> meeting.language() == Language.SV);
        language = swedish ? Language.SV : Language.EN;
    }

    Ledger ledger() {
        return ledger;
    }

    Language language() {
        return language;
    }

    String say(LedgerPhrase phrase) {
        return phrase.in(language);
    }

    String say(LedgerPhrase phrase, String value) {
        return phrase.in(language).replace("{}", value);
    }

    String title() {
        int meetings = ledger.meetings().size();
        return meetings == 1 ? say(LedgerPhrase.TITLE_ONE) : say(LedgerPhrase.TITLE, Integer.toString(meetings));
    }

    /** {@code 2 overdue · 1 open · 6 done}, with the day it is told for. */
    String counts() {
        List<String> parts = new ArrayList<>();
        for (State state : State.values()) {
            if (ledger.count(state) > 0) {
                parts.add(
                        ledger.count(state) + " " + say(LedgerPhrase.of(state)).toLowerCase(Locale.ROOT));
            }
        }
        ledger.asOf().ifPresent(day -> parts.add(say(LedgerPhrase.AS_OF, day.toString())));
        return String.join(" · ", parts);
    }

    /** The tasks of a state: what is due first comes first, what has no day last. */
    List<LedgerEntry> entries(State state) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (LedgerEntry entry : ledger.entries()) {
            if (entry.state() == state) {
                entries.add(entry);
            }
        }
        entries.sort(Comparator.comparing(entry -> entry.due().orElse(LocalDate.MAX)));
        return entries;
    }

    /** The day of a meeting, else its name. */
    String day(int meeting) {
        MeetingReport report = ledger.meetings().get(meeting);
        return report.transcript()
                .date()
                .map(LocalDate::toString)
                .orElse(report.transcript().name());
    }

    String meeting(int meeting) {
        MeetingReport report = ledger.meetings().get(meeting);
        return report.transcript().title().orElse(report.transcript().name());
    }

    String file(int meeting) {
        return ledger.meetings().get(meeting).transcript().name();
    }

    /** What an event says, in a few words: {@code moved to 2026-01-26}. */
    String what(LedgerEvent event) {
        String value = switch (event.kind()) {
            case OWNER_CHANGED -> event.owner().orElse(say(LedgerPhrase.NOBODY));
            case POSTPONED, BROUGHT_FORWARD ->
                event.due().map(LocalDate::toString).orElse("");
            case RAISED, REPEATED, STILL_OPEN, DONE -> "";
        };
        return say(LedgerPhrase.of(event.kind()), value);
    }

    /** Who said it and where: {@code Lucy Park, line 7 of 2026-01-19-webshop.txt}. */
    String place(int meeting, Evidence evidence) {
        String speaker = evidence.speaker().equals(Utterance.UNKNOWN) ? say(LedgerPhrase.UNKNOWN) : evidence.speaker();
        return speaker + ", " + file(meeting) + ", "
                + say(LedgerPhrase.LINE, Integer.toString(evidence.line()))
                + evidence.start().map(start -> ", " + Figures.clock(start)).orElse("");
    }

    String due(LedgerEntry entry) {
        Optional<String> day = entry.due().map(LocalDate::toString);
        return day.or(entry::dueText).orElse("–");
    }
}
