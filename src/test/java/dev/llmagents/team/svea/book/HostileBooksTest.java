package dev.llmagents.team.svea.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.sie.SieFile;
import dev.llmagents.team.svea.sie.SieReader;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a file, it is read and checked or refused in a sentence. */
class HostileBooksTest {
    @Test
    void damaged_books_are_checked_or_refused() {
        byte[] sound = SyntheticBooks.of(60, 3).bytes();
        Random random = new Random(3);
        int read = 0;
        for (int round = 0; round < 300; round++) {
            byte[] damaged = sound.clone();
            int damages = 1 + random.nextInt(30);
            for (int i = 0; i < damages; i++) {
                byte[] bytes = {'"', '{', '}', '#', ' ', '\n', '-', '9', (byte) 0xE5, (byte) 0x86, 9, '\\'};
                damaged[random.nextInt(damaged.length)] = bytes[random.nextInt(bytes.length)];
            }
            try {
                SieFile file = SieReader.read("bok.se", damaged);
                Assessment assessment = BookAudit.of(file, Books.OPTIONS, Books.CATALOGUE);
                assertTrue(assessment.findings().size() < 800);
                read++;
            } catch (UnreadableInputException e) {
                assertTrue(e.getMessage().startsWith("bok.se "), e.getMessage());
            }
        }
        assertTrue(read > 200, "only " + read + " were read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"", "{", "#", "\\\"", "#VER A 1 20240101 x\n", "#TRANS 1 {", "#KONTO 1 \"", "#RTRANS 1 {} 1\n"
            })
    void a_million_of_anything_is_no_trouble(String piece) throws UnreadableInputException {
        String text = "#FLAGGA 0\n#SIETYP 4\n#RAR 0 20240101 20241231\n" + piece.repeat(1_000_000 / piece.length());
        SieFile file = SieReader.read("bok.se", text.getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(BookAudit.of(file, Books.OPTIONS, Books.CATALOGUE).findings().size() < 800);
    }

    @Test
    void amounts_without_end_overflow_no_sum() throws UnreadableInputException {
        StringBuilder text = new StringBuilder("#VER A 1 20240105 \"Stor\"\n{\n");
        for (int i = 0; i < 50; i++) {
            text.append("#TRANS 3001 {} -900000000000000.00\n#TRANS 2611 {} -900000000000000.00\n");
        }
        SieFile file = Books.file(2024, text + "}");
        assertTrue(file.vouchers().get(0).difference() < 0);
        assertEquals(
                1,
                Books.findings(file, "SIE-009").stream()
                        .filter(finding -> finding.evidence().containsKey("ytterligare"))
                        .count());
    }
}
