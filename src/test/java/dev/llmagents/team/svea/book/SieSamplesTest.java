package dev.llmagents.team.svea.book;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The sample books are what the generator makes: their faults are those of {@link PlantedFaultsTest}. */
class SieSamplesTest {
    private static final Path SAMPLES = Path.of("samples", "svea");
    private static final List<Fault> FAULTS = List.of(
            Fault.UNBALANCED,
            Fault.SAME_NUMBER,
            Fault.GAP,
            Fault.LATE,
            Fault.CASH_LATE,
            Fault.DOUBLE,
            Fault.WRONG_VAT,
            Fault.TOO_MUCH_INPUT_VAT,
            Fault.ONE_SIDED_REVERSE_CHARGE,
            Fault.UNSETTLED_TAX,
            Fault.DISCONTINUITY,
            Fault.UNDECLARED,
            Fault.WRONG_CHECK_DIGIT,
            Fault.DEAR_LUNCH,
            Fault.BUILDING_WITH_VAT);

    @Test
    void the_sound_books_are_the_generators() throws IOException {
        assertArrayEquals(
                SyntheticBooks.of(160, 2024).bytes(), Files.readAllBytes(SAMPLES.resolve("fjarilen-2024.se")));
    }

    @Test
    void the_faulty_books_are_the_generators() throws IOException {
        Draft draft = SyntheticBooks.of(160, 2024);
        Random random = new Random(9);
        FAULTS.forEach(fault -> fault.plant(draft, random));
        assertArrayEquals(draft.bytes(), Files.readAllBytes(SAMPLES.resolve("fjarilen-2024-fel.se")));
    }
}
