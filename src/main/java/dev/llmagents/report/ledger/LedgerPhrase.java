package dev.llmagents.report.ledger;

import dev.llmagents.team.meetmind.ledger.LedgerEntry;
import dev.llmagents.team.meetmind.ledger.LedgerEvent;
import dev.llmagents.team.meetmind.text.Language;

/** The words of a ledger that are the program's own. {@code {}} stands for a value. */
enum LedgerPhrase {
    TITLE("Tasks over {} meetings", "Uppgifter från {} möten"),
    TITLE_ONE("Tasks of one meeting", "Uppgifter från ett möte"),
    AS_OF("as of {}", "per {}"),
    OVERDUE("Overdue", "Försenat"),
    OPEN("Open", "Öppet"),
    DONE("Done", "Klart"),
    REVERSED("Decisions turned around", "Beslut som ändrats"),
    NONE("No action items were found.", "Inga uppgifter hittades."),
    MEETINGS("Meetings", "Möten"),
    TASK("Task", "Uppgift"),
    OWNER("Owner", "Ansvarig"),
    DUE("Due", "Klart senast"),
    LAST("Last word", "Senast sagt"),
    NOBODY("nobody named", "ingen nämnd"),
    NO_DATE("no date", "inget datum"),
    NO_DAY("no date", "utan datum"),
    QUOTED("“{}”", "”{}”"),
    LINE("line {}", "rad {}"),
    FIRST_DECIDED("decided", "beslutat"),
    THEN_REVERSED("turned around", "ändrat"),
    RAISED("raised", "togs upp"),
    REPEATED("again", "igen"),
    STILL_OPEN("not done yet", "inte klart än"),
    OWNER_CHANGED("now {}", "nu {}"),
    POSTPONED("moved to {}", "flyttat till {}"),
    BROUGHT_FORWARD("brought forward to {}", "tidigarelagt till {}"),
    SAID_DONE("done", "klart"),
    UNKNOWN("unknown", "okänd");

    private final String english;
    private final String swedish;

    LedgerPhrase(String english, String swedish) {
        this.english = english;
        this.swedish = swedish;
    }

    String in(Language language) {
        return switch (language) {
            case EN -> english;
            case SV -> swedish;
        };
    }

    static LedgerPhrase of(LedgerEntry.State state) {
        return switch (state) {
            case OVERDUE -> OVERDUE;
            case OPEN -> OPEN;
            case DONE -> DONE;
        };
    }

    static LedgerPhrase of(LedgerEvent.Kind kind) {
        return switch (kind) {
            case RAISED -> RAISED;
            case REPEATED -> REPEATED;
            case STILL_OPEN -> STILL_OPEN;
            case OWNER_CHANGED -> OWNER_CHANGED;
            case POSTPONED -> POSTPONED;
            case BROUGHT_FORWARD -> BROUGHT_FORWARD;
            case DONE -> SAID_DONE;
        };
    }
}
