package dev.llmagents.team.svea.check;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownNumbersTest {
    private final KnownNumbers numbers =
            new KnownNumbers("Omsättning 1 234 567,50 kr, 3 fel i 12 verifikationer 2025-12-31, konto 1930: -450.00");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567.5 kr",
                "1 234 567,50 kr",
                "1\u00a0234\u00a0567,5",
                "Det är 3 fel.",
                "senast 31/12 2025",
                "450 kr på 1930",
                "inga tal alls"
            })
    void a_number_that_is_there_is_known_however_it_is_written(String text) {
        assertTrue(numbers.coverAllOf(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567.51 kr", "4 fel", "2026-12-31", "1 234 568", "45 kr", "0,5 %", "1 234 567 890"})
    void a_number_that_is_not_is_not(String text) {
        assertFalse(numbers.coverAllOf(text));
    }
}
