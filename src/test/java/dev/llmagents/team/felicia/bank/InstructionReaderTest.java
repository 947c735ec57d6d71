package dev.llmagents.team.felicia.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.team.felicia.mission.Banking;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstructionReaderTest {
    private static final InstructionReader READER = Fixtures.reader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Överför 25 000 EUR från operating till broker | transfer | operating | broker | 25000.00 | EUR | - | -",
                "Transfer €1,200.50 from operating to broker on 2016-01-05 | transfer | operating | broker | 1200.50 | EUR | 2016-01-05 | -",
                "Flytta fem tusen kronor från lönekonto till sparkonto | transfer | lönekonto | sparkonto | 5000.00 | SEK | - | -",
                "flytta tjugofem tusen fem hundra kr från mitt lönekonto till sparkonto imorgon | transfer | lönekonto | sparkonto | 25500.00 | SEK | 2016-01-01 | -",
                "Betala 8 400 kr från lönekonto till hyresvärden den 7 januari 2016, OCR 10058 | payment | lönekonto | hyresvärden | 8400.00 | SEK | 2016-01-07 | 10058",
                "Betala hyresvärden 1.250,75 kr från lönekonto, meddelande \"Hyra januari\" | payment | lönekonto | hyresvärden | 1250.75 | SEK | - | Hyra januari",
                "Please pay 900 EUR to Acme GmbH from operating, ref RF18 5390 0754 7034 on January 8 2016 | payment | operating | acme | 900.00 | EUR | 2016-01-08 | RF18539007547034",
                "pay 1,200.50 EUR to DE89 3704 0044 0532 0130 00 from operating | transfer | operating | broker | 1200.50 | EUR | - | -",
                "Betala 500 kr till bankgiro 5805-6201 från lönekonto ref faktura 17 senast 15 januari | payment | lönekonto | hyresvärden | 500.00 | SEK | 2016-01-15 | faktura 17",
                "skicka 2,5 mkr från lönekonto till sparkonto | transfer | lönekonto | sparkonto | 2500000.00 | SEK | - | -",
                "överför 5 tkr från lönekonto till sparkonto | transfer | lönekonto | sparkonto | 5000.00 | SEK | - | -",
                "Växla 1 000 euro från operating till lönekonto | currency_exchange | operating | lönekonto | 1000.00 | EUR | - | -",
                "Betala 500 till sparkonto från lönekonto | transfer | lönekonto | sparkonto | 500.00 | - | - | -",
            })
    void reads_what_is_to_be_moved(
            String text,
            String op,
            String from,
            String to,
            BigDecimal amount,
            String currency,
            LocalDate date,
            String reference) {
        Reading reading = READER.read(text);
        assertEquals(List.of(), reading.questions(), text);
        Banking.Fields fields = reading.fields().orElseThrow();
        assertEquals(op, fields.op());
        assertEquals(Optional.ofNullable(from), fields.from());
        assertEquals(Optional.ofNullable(to), fields.to());
        assertEquals(Optional.ofNullable(amount), fields.amount());
        assertEquals(Optional.ofNullable(currency), fields.currency());
        assertEquals(Optional.ofNullable(date), fields.date());
        assertEquals(Optional.ofNullable(reference), fields.reference());
        for (Slot slot : reading.slots()) {
            assertTrue(text.contains(slot.quote()), () -> slot + " is not in: " + text);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Vad är saldot på operating? | balance_inquiry | operating",
                "How much is on sparkonto? | balance_inquiry | sparkonto",
                "balance of broker | balance_inquiry | broker",
                "Visa kontoutdrag för lönekonto | statement | lönekonto",
                "Statement for operating, please | statement | operating",
            })
    void reads_what_is_asked(String text, String op, String account) {
        Banking.Fields fields = READER.read(text).fields().orElseThrow();
        assertEquals(op, fields.op());
        assertEquals(Optional.of(account), fields.account());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hej! | What is to be done",
                "Överför pengar från operating till broker | Which amount?",
                "Överför 100 EUR från operating | To which account?",
                "Överför 100 EUR till broker | From which account?",
                "Betala 100 kr från lönekonto | Who is to be paid?",
                "Överför 100 EUR eller 200 EUR från operating till broker | more than one amount",
                "Överför 100 EUR från operating till broker 3/4 | Which day is '3/4'?",
                "Överför 100 EUR från operating till broker 2016-02-30 | Which day is '2016-02-30'?",
                "Överför 100 EUR från operating till broker 2016-01-04 eller 2016-01-05 | more than one date",
                "Överför 100 EUR från operating till broker och till sparkonto | Both 'sparkonto' and 'broker'",
                "Överför inte 100 EUR från operating till broker | can turn the instruction round",
                "Cancel the transfer of 100 EUR from operating to broker | can turn the instruction round",
                "Betala 100 EUR från operating till GB29NWBK60161331926819 | Who holds the account",
                "Överför 100 EUR från operating till banken | To which account?",
                "saldo | Which account is asked about?",
            })
    void asks_instead_of_guessing(String text, String question) {
        Reading reading = READER.read(text);
        assertEquals(Optional.empty(), reading.fields(), text);
        assertTrue(
                String.join(" ", reading.questions()).contains(question),
                reading.questions().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1 ", "tusen ", "RF18 5390 ", "SE45 5000 ", "från operating ", "1/2 ", "den 5 ", "\"", "ref "})
    void takes_reasonable_time_for_anything(String part) {
        String text = part.repeat(InstructionReader.LONGEST / part.length());
        assertTimeout(Duration.ofSeconds(20), () -> READER.read(text));
    }

    @Test
    void refuses_what_is_too_long() {
        assertTrue(READER.read("x".repeat(InstructionReader.LONGEST + 1))
                .questions()
                .get(0)
                .contains("longer than"));
    }
}
