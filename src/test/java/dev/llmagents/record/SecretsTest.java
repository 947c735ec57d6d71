package dev.llmagents.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private final Secrets secrets = new Secrets(List.of("correct-horse", "correct-horse-battery", "short"));

    @ParameterizedTest
    @CsvSource({
        "--x correct-horse-battery, --x (secret)",
        "correct-horse., (secret).",
        "sk-proj-abcdefghijklmnop1234, (secret)",
        "key=AKIAABCDEFGHIJKLMNOP, key=(secret)",
        "AIzaSyA1234567890123456789012345678901, (secret)",
        "https://anna:pass1234@host/v1, https://(secret)@host/v1"
    })
    void a_secret_is_taken_out(String text, String clean) {
        assertTrue(secrets.areIn(text));
        assertEquals(clean, secrets.scrub(text));
        assertFalse(secrets.areIn(clean));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a short word", "sk-learn", "http://host:8080/v1", "meetings/2026-11/ask-sk.txt"})
    void other_words_stay(String text) {
        assertFalse(secrets.areIn(text));
        assertEquals(text, secrets.scrub(text));
    }

    @Test
    void long_hostile_text_takes_no_long_time() {
        String text = "://" + "a".repeat(200_000) + "://a:".repeat(50_000) + "sk.".repeat(50_000);
        assertTrue(text.equals(secrets.scrub(text)));
    }
}
