package dev.llmagents.team.svea.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkdaysTest {
    @ParameterizedTest
    @CsvSource({"2024, 2024-03-31", "2025, 2025-04-20", "2026, 2026-04-05", "2038, 2038-04-25", "1954, 1954-04-18"})
    void knows_easter(int year, LocalDate easter) {
        assertEquals(easter, Workdays.easter(year));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-29, false", "2024-04-01, false", "2024-05-09, false", "2024-06-06, false", "2024-06-21, false",
        "2024-06-20, true", "2024-12-24, false", "2024-12-27, true", "2024-01-06, false", "2025-05-02, true"
    })
    void knows_the_days_on_which_nobody_works(LocalDate day, boolean expected) {
        assertEquals(expected, Workdays.isWorkday(day));
    }
}
