package dev.llmagents.ident;

import static dev.llmagents.ident.IdentifierKind.BANKGIRO;
import static dev.llmagents.ident.IdentifierKind.EMAIL;
import static dev.llmagents.ident.IdentifierKind.IBAN;
import static dev.llmagents.ident.IdentifierKind.ORGANISATIONSNUMMER;
import static dev.llmagents.ident.IdentifierKind.PAYMENT_CARD;
import static dev.llmagents.ident.IdentifierKind.PERSONNUMMER;
import static dev.llmagents.ident.IdentifierKind.PHONE;
import static dev.llmagents.ident.IdentifierKind.PLUSGIRO;
import static dev.llmagents.ident.IdentifierKind.SAMORDNINGSNUMMER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    private static void assertFound(IdentifierKind kind, String spelling) {
        for (String frame :
                List.of("%s", "It is %s, I think.", "(%s)", "%s.", "a\n%s\nb", "nr:%s;", "\"%s\"", "a\\n%s\\nb")) {
            String text = frame.replace("%s", spelling);
            List<Identifier> found = Identifiers.in(text);
            assertEquals(1, found.size(), () -> text + " → " + found);
            assertEquals(kind, found.get(0).kind(), text);
            assertEquals(
                    spelling, text.substring(found.get(0).from(), found.get(0).to()));
        }
    }

    private static void assertNothing(String text) {
        assertEquals(List.of(), Identifiers.in(text), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "850709-9805",
                "8507099805",
                "19850709-9805",
                "198507099805",
                "121212-1212",
                "121212+1212",
                "850709 9805",
                "850709–9805",
                "1985-07-09-9805",
                "85 07 09 98 05",
                "000229-0005",
                "850709 - 9805"
            })
    void finds_personal_identity_numbers(String number) {
        assertFound(PERSONNUMMER, number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "850709-9806",
                "8507099804",
                "851309-9808",
                "850732-9806",
                "850700-9804",
                "18991131-1238",
                "21850709-9805",
                "850709-980",
                "850709-98055"
            })
    void a_wrong_check_digit_or_date_makes_no_personal_identity_number(String number) {
        assertNothing(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"701063-2391", "19701063-2391", "7010632391"})
    void finds_co_ordination_numbers(String number) {
        assertFound(SAMORDNINGSNUMMER, number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"556012-5790", "212000-0142", "165560125790", "SE556012579001"})
    void finds_company_numbers(String number) {
        assertFound(ORGANISATIONSNUMMER, number);
    }

    @Test
    void a_company_number_without_its_hyphen_needs_a_word_that_says_so() {
        assertNothing("5560125790");
        assertEquals(
                ORGANISATIONSNUMMER, Identifiers.in("Org.nr 5560125790").get(0).kind());
        assertNothing("556012-5791");
    }

    @ParameterizedTest
    @ValueSource(strings = {"991-2346", "5805-6201"})
    void finds_bankgiro_numbers(String number) {
        assertFound(BANKGIRO, number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"28 65 43-4", "410 54 68-5"})
    void finds_plusgiro_numbers(String number) {
        assertFound(PLUSGIRO, number);
    }

    @Test
    void a_word_in_front_makes_short_giro_numbers_sure() {
        assertEquals(BANKGIRO, Identifiers.in("Bankgiro: 58056201").get(0).kind());
        assertEquals(BANKGIRO, Identifiers.in("bg 5805 6201").get(0).kind());
        assertEquals(PLUSGIRO, Identifiers.in("Plusgiro 286543-4").get(0).kind());
        assertEquals(PLUSGIRO, Identifiers.in("pg 4-2").get(0).kind());
        assertNothing("286543-4");
        assertNothing("4-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"991-2347", "5805-6202", "2010-2018", "28 65 43-5", "1991-2346-1", "10 20 30-5 st"})
    void a_wrong_check_digit_or_form_makes_no_giro_number(String number) {
        assertNothing(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SE45 5000 0000 0583 9825 7466", "SE4550000000058398257466", "se4550000000058398257466",
                "DE89 3704 0044 0532 0130 00", "GB29 NWBK 6016 1331 9268 19", "NO93 8601 1117 947",
                "FI21 1234 5600 0007 85", "SE45-5000-0000-0583-9825-7466", "NL91ABNA0417164300"
            })
    void finds_account_numbers(String number) {
        assertFound(IBAN, number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SE46 5000 0000 0583 9825 7466", "SE45 5000 0000 0583 9825 746", "ZZ45 5000 0000 0583 9825 7466",
                "XSE4550000000058398257466", "SE4550000000058398257466X", "SE45 5000 0000 kr"
            })
    void a_wrong_country_length_or_check_digit_makes_no_account_number(String number) {
        assertTrue(Identifiers.in(number).stream().noneMatch(found -> found.kind() == IBAN), number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111 1111 1111 1111", "4111-1111-1111-1111", "4111111111111111", "5555 5555 5555 4444",
                        "2223003122003222",
                "3782 822463 10005", "6011111111111117", "3530111333300000", "30569309025904", "4222222222222",
                "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1"
            })
    void finds_card_numbers(String number) {
        assertFound(PAYMENT_CARD, number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111 1111 1111 1112",
                "9111 1111 1111 1119",
                "4111 1111 1111",
                "1234 5678 9012 3452",
                "40 50 60 70 80 90 10 26",
                "41111111111111111111111111111111"
            })
    void a_wrong_check_digit_issuer_or_form_makes_no_card_number(String number) {
        assertNothing(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@example.com",
                "anna.berg+möte@mail.example.co.uk",
                "ANNA@EXAMPLE.COM",
                "a_b-c@x-y.se",
                "åsa@räksmörgås.se",
                "o'brien@example.org",
                "850709-9805@example.com"
            })
    void finds_mail_addresses(String address) {
        assertFound(EMAIL, address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@anna", "anna@", "5 @ 2 kr", "a@b", "anna@1.2", "meet @noon.", "@@@@", "x @example.com"})
    void an_at_sign_alone_makes_no_mail_address(String text) {
        assertNothing(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+46 70 123 45 67",
                "+46701234567",
                "+46 (0)70-123 45 67",
                "0046 70 123 45 67",
                "+46-8-123 456 78",
                "070-123 45 67",
                "0701234567",
                "070-1234567",
                "070 123 45 67",
                "070 - 123 45 67",
                "070.123.45.67",
                "08-123 456 78",
                "08-12 34 56",
                "(08) 123 456 78",
                "08/123 45 67",
                "031-12 34 56",
                "0500-12 34 56",
                "+1 415 555 2671",
                "+1 (415) 555-2671",
                "(415) 555-2671",
                "415-555-2671",
                "415.555.2671",
                "1-415-555-2671",
                "+44 20 7946 0958",
                "020 7946 0958",
                "+49 30 12345678",
                "+358 40 123 4567",
                "070\u00a0123\u00a045\u00a067",
                "070‑123 45 67"
            })
    void finds_telephone_numbers(String number) {
        assertFound(PHONE, number);
    }

    @Test
    void a_word_in_front_makes_any_row_of_digits_a_telephone_number() {
        assertEquals(PHONE, Identifiers.in("Tel: 123 45 67").get(0).kind());
        assertEquals(PHONE, Identifiers.in("min mobil är 12 34 56 78").get(0).kind());
        assertEquals(
                PHONE, Identifiers.in("the phone number is 555 0134 22").get(0).kind());
        assertEquals(PHONE, Identifiers.in("tel0701234567").get(0).kind());
        assertNothing("phone us on 2026-02-09");
        assertNothing("the phone costs 5 000 000 kr");
        assertNothing("123 45 67");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-09",
                "2026-04-01–2027-12-31",
                "09-02-2026",
                "09/02/2026",
                "09.02.2026",
                "20260209",
                "2026-02-09T08:30:00Z",
                "20260209 1430",
                "08:00-09:30",
                "08.00-09.30",
                "kl 08.30",
                "00:01:05.120 --> 00:01:08.430",
                "08 10 12 14",
                "05 10 15 20",
                "0,75",
                "0.75",
                "1 250 000 kr",
                "+100 000 000 kr",
                "+250 000 000 kr",
                "5 000,00",
                "100000000",
                "-3.1415926535",
                "12 Anna: yes",
                "0045 Anna: yes",
                "[00:00:05]",
                "1.0.0-20260209",
                "v2.10.3",
                "10.0.12.1",
                "192.168.100.200",
                "Faktura 0701234567",
                "invoice no. 0701234567",
                "order 004512345678",
                "faktura 45123",
                "#12345",
                "978-0-306-40615-7",
                "2020-2021",
                "10-12 personer",
                "3,5 %",
                "+5 %",
                "+20 procent",
                "1:2:3",
                "2026",
                "5 - 10 - 15",
                "line 1203",
                "0-5 år",
                "07:15",
                "1e10",
                "0x7f000001",
                "A4",
                "50/50",
                "24/7",
                "9-17"
            })
    void dates_times_amounts_and_other_numbers_are_left_alone(String text) {
        assertNothing(text);
        assertNothing("So " + text + " then.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "850709-9805|19850709-9805",
                "850709-9805|8507099805",
                "070-123 45 67|+46701234567",
                "0701234567|0046 70 123 45 67",
                "+46 (0)70 1234567|070-1234567",
                "+46 070 123 45 67|0701234567",
                "SE45 5000 0000 0583 9825 7466|se4550000000058398257466",
                "4111 1111 1111 1111|4111-1111-1111-1111",
                "Anna@Example.com|anna@example.com",
                "5805-6201|bg 58056201"
            })
    void spellings_of_one_value_have_one_value(String one, String other) {
        assertEquals(
                Identifiers.in(one).get(0).value(), Identifiers.in(other).get(0).value());
    }

    @Test
    void finds_all_of_a_line() {
        String line = "12 850709-9805, anna@example.com; 070-123 45 67/08-12 34 56 SE4550000000058398257466"
                + " 4111 1111 1111 1111 bg 5805-6201 2026-02-09 kl 10.30";
        assertEquals(
                List.of(PERSONNUMMER, EMAIL, PHONE, PHONE, IBAN, PAYMENT_CARD, BANKGIRO),
                Identifiers.in(line).stream().map(Identifier::kind).toList());
        String list = "850709-9805,701063-2391,0701234567,0731234567";
        assertEquals(
                List.of(PERSONNUMMER, SAMORDNINGSNUMMER, PHONE, PHONE),
                Identifiers.in(list).stream().map(Identifier::kind).toList());
    }

    @Test
    void what_is_found_stands_in_order_and_does_not_overlap() {
        Random random = new Random(7);
        String alphabet = "0123456789 -+.@()/aSE:\n";
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            int end = 0;
            for (Identifier found : Identifiers.in(text.toString())) {
                assertTrue(
                        found.from() >= end && found.to() > found.from() && found.to() <= text.length(),
                        text::toString);
                end = found.to();
            }
        }
    }

    /** A megabyte of anything takes no longer than a megabyte of anything else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1 ",
                "4 ",
                "4111 ",
                "a@",
                "@",
                "a.",
                "0701234567 ",
                "+46 ",
                "(0",
                "SE45 ",
                "12-",
                "(+46701234567 ",
                "00",
                "tel "
            })
    void giant_lines_are_read_in_a_moment(String pattern) {
        String line = pattern.repeat(1_000_000 / pattern.length());
        assertTimeout(Duration.ofSeconds(20), () -> Identifiers.in(line));
    }
}
