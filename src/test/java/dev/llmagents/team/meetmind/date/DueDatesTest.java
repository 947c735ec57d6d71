package dev.llmagents.team.meetmind.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.team.meetmind.text.Language;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The meeting of these tables is on Wednesday 10 June 2026, in ISO week 24. */
class DueDatesTest {
    private static final LocalDate MEETING = LocalDate.of(2026, 6, 10);
    private final DueDates english = DueDates.of(Language.EN);
    private final DueDates swedish = DueDates.of(Language.SV);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I'll send it today | today | 2026-06-10
            I can do it tonight | tonight | 2026-06-10
            you get it this afternoon | this afternoon | 2026-06-10
            I'll have it by noon | by noon | 2026-06-10
            by end of day please | by end of day | 2026-06-10
            by the end of the day, please | by the end of the day | 2026-06-10
            send it by 5 pm | by 5 pm | 2026-06-10
            by 17:00 at the latest | by 17:00 | 2026-06-10
            EOD Friday | EOD Friday | 2026-06-12
            by noon on Friday | by noon on Friday | 2026-06-12
            I'll call her tomorrow morning | tomorrow morning | 2026-06-11
            by close of business tomorrow | by close of business tomorrow | 2026-06-11
            the day after tomorrow | the day after tomorrow | 2026-06-12
            in two days | in two days | 2026-06-12
            within three days | within three days | 2026-06-13
            within five working days | within five working days | 2026-06-17
            in 2 weeks | in 2 weeks | 2026-06-24
            in two weeks' time | in two weeks' time | 2026-06-24
            within a fortnight | within a fortnight | 2026-06-24
            two weeks from now | two weeks from now | 2026-06-24
            a week from Monday | a week from Monday | 2026-06-22
            in a month | in a month | 2026-07-10
            in an hour | in an hour | 2026-06-10
            within 48 hours | within 48 hours | 2026-06-12
            on Friday | on Friday | 2026-06-12
            I'll send it Monday | Monday | 2026-06-15
            by Wednesday | by Wednesday | 2026-06-17
            first thing Monday | first thing Monday | 2026-06-15
            no later than Tuesday | no later than Tuesday | 2026-06-16
            Thursday at the latest | Thursday | 2026-06-11
            before the Friday demo | before the Friday | 2026-06-12
            before Friday's demo | before Friday's | 2026-06-12
            this Friday | this Friday | 2026-06-12
            next Monday | next Monday | 2026-06-15
            next Friday | next Friday | 2026-06-19
            on Tuesday next week | on Tuesday next week | 2026-06-16
            Tuesday of next week | Tuesday of next week | 2026-06-16
            sometime next week | sometime next week | 2026-06-19
            by the end of next week | by the end of next week | 2026-06-19
            by the end of the week | by the end of the week | 2026-06-12
            later this week | later this week | 2026-06-12
            the week after next | the week after next | 2026-06-26
            in week 27 | in week 27 | 2026-07-03
            before the weekend | before the weekend | 2026-06-12
            over the weekend | over the weekend | 2026-06-14
            by the end of the month | by the end of the month | 2026-06-30
            by the end of next month | by the end of next month | 2026-07-31
            at the end of the quarter | at the end of the quarter | 2026-06-30
            by the end of Q3 | by the end of Q3 | 2026-09-30
            by the end of Q1 | by the end of Q1 | 2027-03-31
            by the end of the year | by the end of the year | 2026-12-31
            by the end of September | by the end of September | 2026-09-30
            before August | before August | 2026-07-31
            by the 12th | by the 12th | 2026-06-12
            by the 3rd | by the 3rd | 2026-07-03
            by the 31st | by the 31st | 2026-07-31
            on the 15th of next month | on the 15th of next month | 2026-07-15
            by the fifteenth | by the fifteenth | 2026-06-15
            on the 18th of December | on the 18th of December | 2026-12-18
            on the eighteenth of December | on the eighteenth of December | 2026-12-18
            by the twenty-first of June | by the twenty-first of June | 2026-06-21
            on 3 May | on 3 May | 2027-05-03
            on December 3rd | on December 3rd | 2026-12-03
            December 3, 2027 | December 3, 2027 | 2027-12-03
            by March 28 | by March 28 | 2027-03-28
            Friday, 13 November | Friday, 13 November | 2026-11-13
            by 2026-07-01 | by 2026-07-01 | 2026-07-01
            by 25/8 | by 25/8 | 2026-08-25
            by 8/25 | by 8/25 | 2026-08-25
            send Monday's minutes by Thursday | by Thursday | 2026-06-11
            """)
    void resolves_english(String sentence, String words, LocalDate date) {
        assertEquals(Optional.of(new DuePhrase(words, Optional.of(date))), english.in(sentence, Optional.of(MEETING)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jag gör det idag | idag | 2026-06-10
            i dag | i dag | 2026-06-10
            i eftermiddag | i eftermiddag | 2026-06-10
            före lunch | före lunch | 2026-06-10
            senast klockan 15 | senast klockan 15 | 2026-06-10
            i morgon bitti | i morgon bitti | 2026-06-11
            senast imorgon | senast imorgon | 2026-06-11
            i övermorgon | i övermorgon | 2026-06-12
            om tre dagar | om tre dagar | 2026-06-13
            inom fem arbetsdagar | inom fem arbetsdagar | 2026-06-17
            om två veckor | om två veckor | 2026-06-24
            om en månad | om en månad | 2026-07-10
            på torsdag | på torsdag | 2026-06-11
            senast på fredag | senast på fredag | 2026-06-12
            senast fredag | senast fredag | 2026-06-12
            till onsdag | till onsdag | 2026-06-17
            före fredagens demo | före fredagens | 2026-06-12
            nu på fredag | nu på fredag | 2026-06-12
            nästa fredag | nästa fredag | 2026-06-19
            på måndag nästa vecka | på måndag nästa vecka | 2026-06-15
            i slutet av veckan | i slutet av veckan | 2026-06-12
            i veckan | i veckan | 2026-06-12
            i nästa vecka | i nästa vecka | 2026-06-19
            i slutet av nästa vecka | i slutet av nästa vecka | 2026-06-19
            vecka 27 | vecka 27 | 2026-07-03
            senast v. 27 | senast v. 27 | 2026-07-03
            v27 | v27 | 2026-07-03
            vecka 2 | vecka 2 | 2027-01-15
            tisdag vecka 27 | tisdag vecka 27 | 2026-06-30
            torsdag om två veckor | torsdag om två veckor | 2026-06-25
            före helgen | före helgen | 2026-06-12
            under helgen | under helgen | 2026-06-14
            i slutet av månaden | i slutet av månaden | 2026-06-30
            före månadsskiftet | före månadsskiftet | 2026-06-30
            till årsskiftet | till årsskiftet | 2026-12-31
            i slutet av september | i slutet av september | 2026-09-30
            före augusti | före augusti | 2026-07-31
            till den 15:e | till den 15:e | 2026-06-15
            senast den 3:e | senast den 3:e | 2026-07-03
            den 13 november | den 13 november | 2026-11-13
            den tredje december | den tredje december | 2026-12-03
            fredagen den 13 november | fredagen den 13 november | 2026-11-13
            15 april | 15 april | 2027-04-15
            senast 1 juli 2026 | senast 1 juli 2026 | 2026-07-01
            senast 13/11 | senast 13/11 | 2026-11-13
            den 3/12 | den 3/12 | 2026-12-03
            till 16.3. | till 16.3 | 2027-03-16
            senast 2026-07-01 | senast 2026-07-01 | 2026-07-01
            """)
    void resolves_swedish(String sentence, String words, LocalDate date) {
        assertEquals(Optional.of(new DuePhrase(words, Optional.of(date))), swedish.in(sentence, Optional.of(MEETING)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | by 3/12 | by 3/12
            EN | at some point | at some point
            EN | as soon as possible | as soon as possible
            EN | before the next meeting | before the next meeting
            EN | next month | next month
            EN | in a couple of weeks | in a couple of weeks
            EN | in two or three weeks | in two or three weeks
            EN | by March | by March
            EN | before Christmas | before Christmas
            SV | så småningom | så småningom
            SV | före jul | före jul
            SV | nästa månad | nästa månad
            SV | om ett par veckor | om ett par veckor
            SV | till nästa möte | till nästa möte
            """)
    void keeps_vague_words_without_a_day(Language language, String sentence, String words) {
        assertEquals(
                Optional.of(new DuePhrase(words, Optional.empty())),
                DueDates.of(language).in(sentence, Optional.of(MEETING)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | it may be late
            EN | ten past two
            EN | give me a second
            EN | may 5 people come
            EN | the second one is better
            EN | we sat there in the sun
            EN | they march on
            EN | last Friday we saw it
            EN | the minutes from Friday
            EN | since Monday it fails
            EN | two weeks ago
            EN | yesterday it worked
            EN | the Monday report is long
            EN | we do this every Tuesday
            EN | on the 12th floor
            EN | in the 21st century
            EN | release 2.3 of it
            EN | it runs 24/7
            EN | one day it will break
            EN | at the end of the day it is about money
            EN | the week was long
            EN | for two weeks now
            SV | i fredags kraschade den
            SV | i måndags
            SV | förra veckan
            SV | i går
            SV | för två veckor sedan
            SV | vi kör varje måndag
            SV | på fredagar
            SV | en resa till Mars
            SV | den andra frågan
            SV | den 3 raderna
            SV | sedan i måndags
            SV | version 2.3 är ute
            SV | det står 1/2 i tabellen
            """)
    void finds_no_due_date_in(Language language, String sentence) {
        assertEquals(Optional.empty(), DueDates.of(language).in(sentence, Optional.of(MEETING)));
    }

    @Test
    void without_a_meeting_date_only_full_dates_have_a_day() {
        assertEquals(
                Optional.of(new DuePhrase("by Friday", Optional.empty())), english.in("by Friday", Optional.empty()));
        assertEquals(
                Optional.of(LocalDate.of(2026, 12, 3)),
                english.in("on December 3, 2026", Optional.empty())
                        .orElseThrow()
                        .date());
        assertEquals(
                Optional.empty(),
                swedish.in("den 3 december", Optional.empty()).orElseThrow().date());
    }

    @Test
    void a_day_that_does_not_exist_is_no_day() {
        assertTrue(english.in("by 31 June", Optional.of(MEETING))
                .orElseThrow()
                .date()
                .isEmpty());
        assertEquals(
                Optional.of(LocalDate.of(2028, 2, 29)),
                english.in("by 29 February", Optional.of(MEETING)).orElseThrow().date());
    }

    @Test
    void reads_a_giant_line_in_no_time() {
        String giant = "by the end of ".repeat(200_000);
        assertEquals(Optional.empty(), english.in(giant, Optional.of(MEETING)));
    }
}
