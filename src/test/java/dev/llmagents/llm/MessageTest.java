package dev.llmagents.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTest {

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "plain åäö, plain åäö",
        "a ship 🚢 sails, a ship 🚢 sails",
        "cut \uD83D, cut \uFFFD",
        "\uDEA2 rest, \uFFFD rest",
        "🚢\uD83D\uD83D🚢, 🚢\uFFFD\uFFFD🚢"
    })
    void halves_of_pairs_are_replaced_and_nothing_else(String written, String sent) {
        assertEquals(sent, Message.user(written).text());
    }
}
