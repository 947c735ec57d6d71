package dev.llmagents.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.llmagents.testing.Requests;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LLMRequestTest {
    @Test
    void a_request_needs_a_model_a_message_and_time() {
        Requests request = Requests.request();
        assertThrows(IllegalArgumentException.class, () -> request.withTargets().build());
        assertThrows(
                IllegalArgumentException.class, () -> request.withMessages().build());
        assertThrows(
                IllegalArgumentException.class,
                () -> request.withTimeout(Duration.ZERO).build());
        assertThrows(
                IllegalArgumentException.class,
                () -> request.withTimeout(Duration.ofMillis(-1)).build());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 2.1, Double.NaN, Double.POSITIVE_INFINITY})
    void a_temperature_is_0_to_2(double temperature) {
        assertThrows(
                IllegalArgumentException.class, () -> new LLMRequest.Parameters(temperature, 1, AnswerFormat.TEXT));
    }

    @Test
    void an_answer_always_has_a_limit() {
        assertThrows(IllegalArgumentException.class, () -> new LLMRequest.Parameters(0, 0, AnswerFormat.TEXT));
    }

    @Test
    void the_characters_of_all_messages_count() {
        assertEquals(
                7,
                Requests.request()
                        .withMessages(Message.user("four"), Message.assistant("abc"))
                        .build()
                        .promptChars());
    }

    @Test
    void labels_are_the_same_in_every_locale() {
        assertEquals("invalid_output", ErrorType.INVALID_OUTPUT.label());
        assertEquals("initial", Attempt.Cause.INITIAL.label());
        assertEquals("assistant", Message.Role.ASSISTANT.label());
    }
}
