package dev.llmagents.ident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankIdentifiersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                // The examples of the IBAN registry.
                "SE4550000000058398257466",
                "SE45 5000 0000 0583 9825 7466",
                "de89 3704 0044 0532 0130 00",
                "NO9386011117947",
                "GB29NWBK60161331926819",
                "FI2112345600000785"
            })
    void takes_an_account_number_with_right_check_digits(String iban) {
        assertEquals(Optional.empty(), Ibans.flaw(iban));
        assertTrue(Ibans.isValid(iban));
    }

    @ParameterizedTest
    @CsvSource({
        "SE4550000000058398257467, CHECK_DIGITS",
        "SE4650000000058398257466, CHECK_DIGITS",
        "SE455000000005839825746, LENGTH",
        "DE893704004405320130000, LENGTH",
        "XX8937040044053201300, COUNTRY",
        "SE, FORM",
        "'', FORM",
        "4550000000058398257466, FORM",
        "SE45-5000-0000-0583-9825-7466, FORM",
        "ﾈE4550000000058398257466, FORM",
    })
    void says_what_is_wrong_with_an_account_number(String iban, Ibans.Flaw flaw) {
        assertEquals(Optional.of(flaw), Ibans.flaw(iban));
        assertFalse(Ibans.isValid(iban));
    }

    @ParameterizedTest
    @CsvSource({"ESSESESS, SE", "DEUTDEFF, DE", "DEUTDEFF500, DE", "SWEDSESSXXX, SE"})
    void takes_a_business_identifier_code(String bic, String country) {
        assertEquals(Optional.of(country), Bics.country(bic));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ESSESES", "essesess", "ESSESESSX", "ESSE5ESS", "ESSESESS XXX", "", "ÅSSESESS"})
    void refuses_what_is_no_business_identifier_code(String bic) {
        assertFalse(Bics.isValid(bic));
        assertEquals(Optional.empty(), Bics.country(bic));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RF18539007547034", "RF18 5390 0754 7034", "rf18539007547034", "RF471234567890"})
    void takes_an_rf_reference(String reference) {
        assertTrue(CreditorReferences.isRf(reference));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RF19539007547034", "RF18", "18539007547034", "RF18-5390", "RF1853900754703412345678901"})
    void refuses_a_wrong_rf_reference(String reference) {
        assertFalse(CreditorReferences.isRf(reference));
    }

    @ParameterizedTest
    @ValueSource(strings = {"539007547034", "1", "INVOICE2016", "A1B2C3D4E5F6G7H8I9J0K", "0"})
    void makes_references_that_are_right(String content) {
        String reference = CreditorReferences.rf(content);
        assertTrue(CreditorReferences.isRf(reference), reference);
        assertTrue(reference.endsWith(content), reference);
    }

    @Test
    void makes_no_reference_of_what_does_not_fit() {
        assertEquals("RF18539007547034", CreditorReferences.rf("5390 0754 7034"));
        assertThrows(IllegalArgumentException.class, () -> CreditorReferences.rf("A1B2C3D4E5F6G7H8I9J0K1"));
        assertThrows(IllegalArgumentException.class, () -> CreditorReferences.rf("faktura-7"));
    }

    @ParameterizedTest
    @CsvSource({
        "1230, true, false",
        "12344, true, false",
        "10058, true, true",
        "12345, false, false",
        "7, false, false",
        "12a44, false, false"
    })
    void checks_an_ocr_reference(String digits, boolean right, boolean withLength) {
        assertEquals(right, CreditorReferences.isOcr(digits));
        assertEquals(withLength, CreditorReferences.hasLengthDigit(digits));
    }

    @ParameterizedTest
    @CsvSource({"5805-6201, 58056201", "58056201, 58056201", "160-9908, 1609908", "5805 6201, 58056201"})
    void takes_a_bankgiro_number(String text, String digits) {
        assertEquals(Optional.of(digits), GiroNumbers.bankgiro(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5805-6202", "580-56201", "58-056201", "160990", "5805--6201", "", "bg 5805-6201"})
    void refuses_what_is_no_bankgiro_number(String text) {
        assertEquals(Optional.empty(), GiroNumbers.bankgiro(text));
    }

    @ParameterizedTest
    @CsvSource({"28 65 43-4, 2865434", "286543-4, 2865434", "2865434, 2865434", "1-8, 18", "90 20 03-3, 9020033"})
    void takes_a_plusgiro_number(String text, String digits) {
        assertEquals(Optional.of(digits), GiroNumbers.plusgiro(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"28 65 43-5", "2", "123456789-7", "", "28-65-43-4"})
    void refuses_what_is_no_plusgiro_number(String text) {
        assertEquals(Optional.empty(), GiroNumbers.plusgiro(text));
    }

    @ParameterizedTest
    @CsvSource({
        // Made here and compared with the npm package kontonummer 6.0.1.
        "5957-0222638, 5957, 0222638, SEB, RIGHT",
        "5957-0222639, 5957, 0222639, SEB, WRONG_CHECK_DIGIT",
        "5000-000001, 5000, 000001, SEB, WRONG_LENGTH",
        "9020 0000 003, 9020, 0000003, Länsförsäkringar Bank, WRONG_CHECK_DIGIT",
        "9151-2641741, 9151, 2641741, Skandiabanken, RIGHT",
        "9151-2641714, 9151, 2641714, Skandiabanken, WRONG_CHECK_DIGIT",
        "6000 000000019, 6000, 000000019, Handelsbanken, RIGHT",
        "6000 00000027, 6000, 00000027, Handelsbanken, RIGHT",
        "6000 00000028, 6000, 00000028, Handelsbanken, WRONG_CHECK_DIGIT",
        "3300-8507099805, 3300, 8507099805, 'Nordea, personkonto', RIGHT",
        "3300-8507099806, 3300, 8507099806, 'Nordea, personkonto', WRONG_CHECK_DIGIT",
        "'8327-9, 33 927 284-5', 83279, 339272845, Swedbank, NOT_CHECKABLE",
        "'8327-8, 33 927 284-5', 83278, 339272845, Swedbank, WRONG_CLEARING_DIGIT",
    })
    void judges_a_swedish_account(
            String text, String clearing, String account, String bank, SwedishAccount.Verdict verdict) {
        assertEquals(
                Optional.of(new SwedishAccount(clearing, account, Optional.of(bank), verdict)),
                SwedishAccount.read(text));
    }

    @Test
    void knows_no_bank_of_an_unused_clearing_number() {
        SwedishAccount account = SwedishAccount.read("9999-1234567").orElseThrow();
        assertEquals(SwedishAccount.Verdict.UNKNOWN_CLEARING, account.verdict());
        assertEquals(Optional.empty(), account.bank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5000", "50001", "konto 5000-0000004", "50000000000000000000000000000", "5000-٠٠٠٠٠٠٤"})
    void takes_no_other_text_for_a_swedish_account(String text) {
        assertEquals(Optional.empty(), SwedishAccount.read(text));
    }

    @Test
    void the_series_of_clearing_numbers_do_not_overlap() {
        int last = 0;
        for (ClearingNumbers.Series series : ClearingNumbers.all()) {
            assertTrue(series.from() > last && series.to() >= series.from(), series.toString());
            last = series.to();
        }
    }

    /** Of the ten endings of a number exactly one has the right check digit, or none where it would have to be ten. */
    @ParameterizedTest
    @ValueSource(strings = {"5000-123456", "9150-123456", "6000-12345678", "9180-123456789", "7100-987654"})
    void a_wrong_last_digit_is_always_seen(String head) {
        long right = 0;
        for (char digit = '0'; digit <= '9'; digit++) {
            if (SwedishAccount.read(head + digit).orElseThrow().verdict() == SwedishAccount.Verdict.RIGHT) {
                right++;
            }
        }
        assertTrue(right <= 1, head);
    }
}
