package dev.llmagents.ident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberCheckTest {
    // People's numbers are of Skatteverket's test series or made up with dates in the 1800s.
    @ParameterizedTest
    @CsvSource({
        "ORGANISATIONSNUMMER, 202100-5489, VALID",
        "ORGANISATIONSNUMMER, 556334-3689, VALID",
        "ORGANISATIONSNUMMER, 165563343689, VALID",
        "ORGANISATIONSNUMMER, 5560602345, WRONG_CHECK_DIGIT",
        "ORGANISATIONSNUMMER, 112233-4567, WRONG_CHECK_DIGIT",
        "ORGANISATIONSNUMMER, 55633-43689, WRONG_FORM",
        "ORGANISATIONSNUMMER, SE5563343689, WRONG_FORM",
        "PERSONNUMMER, 18900118-9811, VALID",
        "PERSONNUMMER, 900118+9811, VALID",
        "PERSONNUMMER, 900118+9812, WRONG_CHECK_DIGIT",
        "PERSONNUMMER, 901318-9811, NO_SUCH_DATE",
        "SAMORDNINGSNUMMER, 701063-2391, VALID",
        "MOMSNUMMER, SE556334368901, VALID",
        "MOMSNUMMER, se 556334-3689 01, VALID",
        "MOMSNUMMER, SE556334368801, WRONG_CHECK_DIGIT",
        "MOMSNUMMER, SE5563343689, WRONG_FORM",
        "MOMSNUMMER, SE556334368900, WRONG_FORM",
        "MOMSNUMMER, DE123456789, VALID",
        "MOMSNUMMER, US123456789, WRONG_FORM",
        "BANKGIRO, 991-2346, VALID",
        "BANKGIRO, 991-2345, WRONG_CHECK_DIGIT",
        "BANKGIRO, 99-123, WRONG_FORM",
        "PLUSGIRO, 28 65 43-4, VALID",
        "PLUSGIRO, 28 65 43-5, WRONG_CHECK_DIGIT",
        "OCR, 1234567897, VALID",
        "OCR, 1234567890, WRONG_CHECK_DIGIT",
        "OCR, 12345678901234567890123456, WRONG_FORM",
        "IBAN, SE45 5000 0000 0583 9825 7466, VALID",
        "IBAN, SE45 5000 0000 0583 9825 7467, WRONG_CHECK_DIGIT",
        "IBAN, SE45 5000 0000 0583 9825 746, WRONG_FORM",
        "GLN, 7350000009996, VALID",
        "GLN, 7350000009995, WRONG_CHECK_DIGIT",
        "GLN, 735000000999, WRONG_FORM"
    })
    void judges_form_date_and_check_digit(NumberKind kind, String written, NumberVerdict verdict) {
        assertEquals(verdict, NumberCheck.check(kind, written));
        assertEquals(verdict, NumberCheck.check(kind, "  " + written + " "));
    }

    @Test
    void no_input_is_too_strange() {
        for (NumberKind kind : NumberKind.values()) {
            for (String strange : List.of(
                    "",
                    "-",
                    "\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u0660\u0661\u0662",
                    "9".repeat(100_000),
                    "SE",
                    "åäö",
                    "\uD83D\uDE00")) {
                assertFalse(NumberCheck.check(kind, strange).isValid(), kind + " " + strange.length());
            }
        }
    }

    @Test
    void a_sole_trader_is_a_person() {
        assertTrue(NumberCheck.isSoleTrader("900118-9811"));
        assertFalse(NumberCheck.isSoleTrader("556334-3689"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Org.nr: 5560602345 | ORGANISATIONSNUMMER | 5560602345 | WRONG_CHECK_DIGIT",
                "vårt organisationsnummer är 556334-3689, tack | ORGANISATIONSNUMMER | 556334-3689 | VALID",
                "ORGNR 112233-4567 | ORGANISATIONSNUMMER | 112233-4567 | WRONG_CHECK_DIGIT",
                "Bankgiro 991-2345 | BANKGIRO | 991-2345 | WRONG_CHECK_DIGIT",
                "Momsreg.nr SE556334368901 | MOMSNUMMER | SE556334368901 | VALID",
                "IBAN: SE45 5000 0000 0583 9825 7466 BIC SWEDSESS | IBAN | SE45 5000 0000 0583 9825 7466 | VALID",
                "IBAN BE68 5390 0754 7034 BIC GKCCBEBB | IBAN | BE68 5390 0754 7034 | VALID",
                "\"orgnr\": \"5560602345\" | ORGANISATIONSNUMMER | 5560602345 | WRONG_CHECK_DIGIT",
                "personnummer 900118-9812 | PERSONNUMMER | 900118-9812 | WRONG_CHECK_DIGIT"
            })
    void finds_a_number_behind_its_label(String text, NumberKind kind, String written, NumberVerdict verdict) {
        List<LabelledNumber> found = LabelledNumbers.in(text);
        assertEquals(1, found.size(), found.toString());
        LabelledNumber number = found.get(0);
        assertEquals(List.of(kind, written, verdict), List.of(number.kind(), number.written(), number.verdict()));
        assertEquals(written, text.substring(number.from(), number.to()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ordern 5560602345 är skickad",
                "Konto 1920 Plusgiro, 1930 bank",
                "Plusgiro 1920",
                "personnummer behandlas i 7 år",
                "kategori 1234567890",
                "bg 12 stycken"
            })
    void a_number_that_says_nothing_of_itself_is_left_alone(String text) {
        assertEquals(List.of(), LabelledNumbers.in(text));
    }

    @Test
    void long_lines_take_linear_time() {
        String text = ("iban " + "A1".repeat(40) + " orgnr 1 ").repeat(5_000);
        assertTrue(LabelledNumbers.in(text).size() < 10_000);
    }
}
