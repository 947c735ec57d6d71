package dev.llmagents.team.meetmind.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.team.meetmind.ActionItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionItemsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I'll send the slides to everyone. | Send the slides to everyone | Ann
            I will, um, just book the room. | Book the room | Ann
            Bob, can you order the cables, please? | Order the cables | Bob Hill
            Could you check the numbers, Bob? | Check the numbers | Bob Hill
            Bob will call the bank. | Call the bank | Bob Hill
            Bob is going to clean up the list. | Clean up the list | Bob Hill
            Please prepare the agenda, Bob. | Prepare the agenda | Bob Hill
            Action: Bob to renew the licence. | Renew the licence | Bob Hill
            TODO: Bob - renew the licence | Renew the licence | Bob Hill
            - [ ] Bob: renew the licence | Renew the licence | Bob Hill
            I'll be looking into the leak. | Look into the leak | Ann
            """)
    void names_the_task_and_its_owner(String said, String text, String owner) {
        List<ActionItem> items =
                ActionItems.in(Meetings.english("Ann: " + said, "Bob Hill: Okay."), Meetings.WEDNESDAY);
        assertEquals(1, items.size(), items::toString);
        assertEquals(text, items.get(0).text());
        assertEquals(Optional.of(owner), items.get(0).owner());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Jag mejlar kunden. | Mejla kunden | Anna
            Jag ska boka lokalen. | Boka lokalen | Anna
            Då ringer jag banken. | Ringa banken | Anna
            Offerten skickar jag. | Skicka offerten | Anna
            Bo, kan du beställa kablar? | Beställa kablar | Bo Ek
            Bo tar fram ett förslag. | Ta fram ett förslag | Bo Ek
            Du får gärna skriva protokollet, Bo. | Skriva protokollet | Bo Ek
            Åtgärd: Bo förnyar licensen. | Förnyar licensen | Bo Ek
            """)
    void names_the_task_and_its_owner_in_swedish(String said, String text, String owner) {
        List<ActionItem> items = ActionItems.in(Meetings.swedish("Anna: " + said, "Bo Ek: Ja."), Meetings.WEDNESDAY);
        assertEquals(1, items.size(), items::toString);
        assertEquals(text, items.get(0).text());
        assertEquals(Optional.of(owner), items.get(0).owner());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We'll see about that.",
                "I should have called the bank.",
                "I would send it if I had it.",
                "If it rains I'll bring the tent inside.",
                "I'll never understand the form.",
                "I'll be honest, it was bad.",
                "The user will send the form.",
                "We will talk tomorrow.",
                "See you on Friday.",
                "I called the bank yesterday.",
                "Bob sent the slides.",
                "Bob, can you hear me?",
                "Could you repeat that?",
                "I won't call the bank.",
                "May I ask something?",
                "It may be late.",
            })
    void hears_no_task_in(String said) {
        assertEquals(List.of(), ActionItems.in(Meetings.english("Ann: " + said, "Bob: Yeah."), Meetings.WEDNESDAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vi hörs nästa vecka.",
                "Det får vi se.",
                "Jag borde ha ringt banken.",
                "Om det regnar tar jag in tältet.",
                "Jag ringde banken i går.",
                "Jag tycker det är bra.",
                "Användaren ska skicka blanketten.",
                "Kan du upprepa det?",
                "Jag hade velat ringa banken.",
            })
    void hears_no_task_in_swedish(String said) {
        assertEquals(List.of(), ActionItems.in(Meetings.swedish("Anna: " + said, "Bo: Ja."), Meetings.WEDNESDAY));
    }

    @Test
    void a_request_and_its_acceptance_are_one_item_with_the_date_of_the_answer() {
        List<ActionItem> items = ActionItems.in(
                Meetings.english("Ann: Bob, can you fix the printer?", "Bob: Sure, I'll do that by Friday."),
                Meetings.WEDNESDAY);
        assertEquals(1, items.size());
        assertEquals("Fix the printer", items.get(0).text());
        assertEquals(Optional.of(LocalDate.of(2026, 6, 12)), items.get(0).due());
        assertEquals(1, items.get(0).evidence().line());
    }

    @Test
    void the_one_who_accepts_owns_what_was_asked_of_nobody_by_name() {
        List<ActionItem> items = ActionItems.in(
                Meetings.english("Ann: Can somebody order lunch?", "Cid: Hm.", "Bob: I can do that."),
                Meetings.WEDNESDAY);
        assertEquals(Optional.of("Bob"), items.get(0).owner());
    }

    @Test
    void a_refused_request_is_no_item() {
        assertEquals(
                List.of(),
                ActionItems.in(
                        Meetings.english("Ann: Bob, can you order lunch?", "Bob: No, I can't."), Meetings.WEDNESDAY));
    }

    @Test
    void a_repeated_task_is_listed_once() {
        assertEquals(
                1,
                ActionItems.in(
                                Meetings.english(
                                        "Ann: I'll send the quarterly report.",
                                        "Bob: Thanks.",
                                        "Ann: So again, I'll send the quarterly report by Friday."),
                                Meetings.WEDNESDAY)
                        .size());
    }

    @Test
    void without_a_meeting_date_the_words_stay_and_the_day_is_open() {
        ActionItem item = ActionItems.in(
                        Meetings.english("Ann: I'll send it over by Friday, the report."), Optional.empty())
                .get(0);
        assertEquals(Optional.empty(), item.due());
        assertEquals(Optional.of("by Friday"), item.dueText());
    }

    @Test
    void an_unknown_speaker_owns_nothing() {
        List<ActionItem> items =
                ActionItems.in(Meetings.english("Unknown speaker: I'll send the report."), Meetings.WEDNESDAY);
        assertEquals(Optional.empty(), items.get(0).owner());
    }

    @Test
    void two_people_of_one_first_name_are_not_mixed_up() {
        List<ActionItem> items = ActionItems.in(
                Meetings.english("Tom Ash: Hello.", "Tom Ray: Hi.", "Ann: Tom Ray will send the report."),
                Meetings.WEDNESDAY);
        assertEquals(Optional.of("Tom Ray"), items.get(0).owner());
    }

    @Test
    void a_long_talk_keeps_what_leaves_no_doubt_and_drops_the_rest() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            lines.add("Ann: I'll say the handle looks a bit odd to me.");
            lines.add("Bob: Yeah, I'll go with that, it does look odd.");
        }
        lines.add(30, "Ann: Bob, can you measure the handle by Friday?");
        lines.add(31, "Bob: Yes, I'll do that.");
        List<ActionItem> items = ActionItems.in(Meetings.english(lines.toArray(new String[0])), Meetings.WEDNESDAY);
        assertEquals(1, items.size(), items::toString);
        assertEquals("Measure the handle", items.get(0).text());
    }

    @Test
    void a_giant_line_is_read_in_time() {
        String giant = "Ann: " + "Tom, can you fix it and I'll send the report by Friday because if ".repeat(20_000);
        assertTrue(ActionItems.in(Meetings.english(giant, "Bob: Yes."), Meetings.WEDNESDAY)
                        .size()
                < 40_000);
    }
}
