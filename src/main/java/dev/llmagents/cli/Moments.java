package dev.llmagents.cli;

import dev.llmagents.app.Durations;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads the ends of a range of time as people write them. Days and hours are those of Universal Time, as in the log. */
final class Moments {
    private Moments() {}

    /** Where a range begins: so long ago ({@code 24h}), with a day, or at a moment; empty if it is none of these. */
    static Optional<Instant> begin(String text, Instant now) {
        return moment(text, now).or(() -> day(text).map(Moments::midnight));
    }

    /** Where a range ends; a day is a part of it. */
    static Optional<Instant> end(String text, Instant now) {
        return moment(text, now).or(() -> day(text).map(day -> midnight(day.plusDays(1))));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip())).filter(day -> day.getYear() > 0 && day.getYear() < 9999);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> moment(String text, Instant now) {
        try {
            Optional<Instant> ago = Durations.parse(text).map(now::minus);
            if (ago.isPresent()) {
                return ago;
            }
        } catch (DateTimeException | ArithmeticException longBeforeTime) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeException noOffset) {
            try {
                return Optional.of(LocalDateTime.parse(text.strip()).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException noMoment) {
                return Optional.empty();
            }
        }
    }
}
