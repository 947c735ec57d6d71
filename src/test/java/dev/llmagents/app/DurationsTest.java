package dev.llmagents.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "90s, PT90S", "2m, PT2M", "1h30m, PT1H30M", "7d, P7D", "' 2M ', PT2M", "0.5s, PT0.5S"})
    void reads_what_people_write(String text, Duration expected) {
        assertEquals(Optional.of(expected), Durations.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "90",
                "soon",
                "-5s",
                "0s",
                "0ms",
                "ms",
                "d",
                "1w",
                "99999999999999999d",
                "9999999999999999999ms",
                "1h 30m",
                "111111111111111111111111111111s"
            })
    void nothing_else_is_one(String text) {
        assertEquals(Optional.empty(), Durations.parse(text));
    }
}
