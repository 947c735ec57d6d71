package dev.llmagents.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.llmagents.team.meetmind.text.Language;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FiguresTest {
    @ParameterizedTest
    @CsvSource({"0, 0:00", "187, 3:07", "3787, 1:03:07", "-5, 0:00", "360000, 100:00:00"})
    void shows_moments_as_players_do(long seconds, String expected) {
        assertEquals(expected, Figures.clock(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "45, 45 s", "90, 2 min", "3599, 1 h", "3900, 1 h 5 min", "7200, 2 h"})
    void shows_lengths_in_the_unit_that_fits(long seconds, String expected) {
        assertEquals(expected, Figures.length(Duration.ofSeconds(seconds), Language.EN));
    }

    @ParameterizedTest
    @CsvSource({"0, $0.00", "0.0031, $0.0031", "0.00001, less than $0.0001", "0.0149, $0.01", "12.5, $12.50"})
    void shows_money_to_the_digits_that_matter(String usd, String expected) {
        assertEquals(expected, Figures.money(new BigDecimal(usd), Language.EN));
    }

    @ParameterizedTest
    @CsvSource({"0, 0%", "0.004, <1%", "0.005, 1%", "0.296, 30%", "1, 100%"})
    void shows_something_small_as_more_than_nothing(double share, String expected) {
        assertEquals(expected, Figures.percent(share, Language.EN));
    }

    @ParameterizedTest
    @CsvSource({"0.85, 0.85", "1.0, 1", "0.30000000000000004, 0.3", "100, 100", "1e-9, 0", "NaN, 0"})
    void writes_numbers_for_programs_plainly(double value, String expected) {
        assertEquals(expected, Figures.rounded(value, 4).toPlainString());
    }

    @Test
    void groups_thousands_as_the_language_does() {
        assertEquals("1,234,567", Figures.whole(1_234_567, Language.EN));
        assertEquals("1\u00A0234\u00A0567", Figures.whole(1_234_567, Language.SV));
        assertEquals("999", Figures.whole(999, Language.EN));
    }
}
