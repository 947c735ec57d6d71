package dev.llmagents.report;

import dev.llmagents.team.meetmind.text.Language;

/** The words of a report that are the program's own, in the language of the meeting. {@code {}} stands for a value. */
enum Phrase {
    MEETING_REPORT("Meeting report", "Mötesrapport"),
    MEETINGS("Meetings", "Möten"),
    SUMMARY("Summary", "Sammanfattning"),
    DECISIONS("Decisions", "Beslut"),
    ACTION_ITEMS("Action items", "Att göra"),
    OPEN_QUESTIONS("Open questions", "Öppna frågor"),
    RISKS("Risks", "Risker"),
    REQUIREMENTS("Requirements", "Krav"),
    FEATURES("Features by weight", "Funktioner efter vikt"),
    TOPICS("Topics", "Ämnen"),
    PARTICIPANTS("Participants", "Deltagare"),
    QUALITY("Quality", "Kvalitet"),
    HOW_MADE("How this report was made", "Så gjordes rapporten"),
    CHECKLIST("Checklist", "Checklista"),

    NO_SUMMARY("There was too little to summarise.", "Det fanns för lite att sammanfatta."),
    NO_DECISIONS("No decisions were found.", "Inga beslut hittades."),
    NO_ACTION_ITEMS("No action items were found.", "Inga uppgifter hittades."),

    MOST_URGENT("Most urgent", "Viktigast nu"),
    TASK("Task", "Uppgift"),
    OWNER("Owner", "Ansvarig"),
    DUE("Due", "Klart senast"),
    MEETING("Meeting", "Möte"),
    LINE_TITLE("Line", "Rad"),
    NAME("Name", "Namn"),
    SHARE("Share", "Andel"),
    TALK_TIME("Talk time", "Taltid"),
    TURNS("Turns", "Inlägg"),
    WORDS("Words", "Ord"),
    PRIORITY("Priority", "Prioritet"),
    AGENT("Agent", "Agent"),
    ANSWERED_BY("Answered by", "Svarade"),
    REMARK("Remark", "Anmärkning"),
    CHECK("Check", "Kontroll"),
    PASSED("Passed", "Godkända"),

    QUOTED("“{}”", "”{}”"),
    LINE("line {}", "rad {}"),
    LINES("lines {}–{}", "rad {}–{}"),
    LINES_OF("Numbers in brackets are lines of {}.", "Siffror inom hakparentes är rader i {}."),
    LINES_OF_EACH(
            "Numbers in brackets are lines of each meeting’s transcript.",
            "Siffror inom hakparentes är rader i respektive utskrift."),
    ONE_WORD("1 word", "1 ord"),
    MANY_WORDS("{} words", "{} ord"),
    ONE_PARTICIPANT("1 participant", "1 deltagare"),
    MANY_PARTICIPANTS("{} participants", "{} deltagare"),
    ONE_MENTION("1 mention", "nämnt 1 gång"),
    MANY_MENTIONS("{} mentions", "nämnt {} gånger"),
    ASKED_BY("asked by {}", "önskat av {}"),
    MORE("and {} more", "och {} till"),
    NOBODY("nobody named", "ingen nämnd"),
    NO_DATE("no date", "inget datum"),
    UNKNOWN_SPEAKER("Unknown speaker", "Okänd talare"),
    QUOTE_AND_SOURCE("Quote and where it was said", "Citat och var det sades"),

    CHECKS_PASSED("{} of {} checks passed", "{} av {} kontroller godkända"),
    LOOK_AT("Worth a look", "Värt att se på"),

    MODEL_ADDED("The model added {}", "Modellen lade till {}"),
    NOTHING("nothing", "ingenting"),
    ONE_ITEM("1 item", "1 punkt"),
    MANY_ITEMS("{} items", "{} punkter"),
    HAD_DROPPED(" and had {} dropped as unsupported", " och fick {} strukna utan stöd i mötet"),
    HAD_ONE_DROPPED(" and had 1 dropped as unsupported", " och fick 1 struken utan stöd i mötet"),
    IT_COST("; it cost {}.", "; det kostade {}."),
    PRICE_UNKNOWN("; its price is not known.", "; priset är inte känt."),
    KEPT_ANSWERS("; its answers were kept ones and cost nothing.", "; svaren var sparade och kostade ingenting."),
    KEPT_AND_SAVED("; its answers were kept ones, which saved {}.", "; svaren var sparade, vilket sparade in {}."),
    RULES_ALONE(
            "Rules alone made this report; nothing was sent to a model and it cost nothing.",
            "Enbart regler gjorde rapporten; inget skickades till någon modell och den kostade ingenting."),
    BY_MODEL("model", "modell"),
    BY_CACHE("kept answer of a model", "sparat svar från en modell"),
    BY_RULES("rules", "regler"),

    VERDICT_GOOD("good", "god"),
    VERDICT_REVIEW("worth a second look", "bör ses över"),
    VERDICT_POOR("not to be relied on", "går inte att lita på"),

    MUST("must", "måste"),
    SHOULD("should", "bör"),
    COULD("could", "kan"),
    WONT("won’t", "inte nu"),

    CHECK_QUOTES("Quotes stand in the transcript", "Citaten finns i utskriften"),
    CHECK_TIMELINE("Thirds of the meeting covered", "Tredjedelar av mötet som täcks"),
    CHECK_OWNERS("Owners were in the meeting", "Ansvariga var med på mötet"),
    CHECK_DATES("Due dates are sound", "Datumen är rimliga"),
    CHECK_REPEATS("Items say something of their own", "Punkterna upprepar inte varandra"),
    CHECK_CONTRADICTIONS("Decisions agree with each other", "Besluten säger inte emot varandra"),
    CHECK_SPEAKERS("Turns have a speaker", "Inläggen har en talare");

    private final String english;
    private final String swedish;

    Phrase(String english, String swedish) {
        this.english = english;
        this.swedish = swedish;
    }

    String in(Language language) {
        return switch (language) {
            case EN -> english;
            case SV -> swedish;
        };
    }

    /** With {@code values} in place of the {@code {}}, in order. */
    String in(Language language, Object... values) {
        String pattern = in(language);
        StringBuilder text = new StringBuilder(pattern.length() + 16);
        int from = 0;
        for (Object value : values) {
            int gap = pattern.indexOf("{}", from);
            text.append(pattern, from, gap).append(value);
            from = gap + 2;
        }
        return text.append(pattern, from, pattern.length()).toString();
    }
}
