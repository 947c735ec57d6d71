package dev.llmagents.team.felicia.payment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.team.felicia.bank.Bank;
import dev.llmagents.team.felicia.bank.Fixtures;
import dev.llmagents.team.felicia.bank.Variant;
import dev.llmagents.team.felicia.mission.Mission;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentFileTest {
    private static final String[] REQUESTS = {
        "{op: transfer, from: operating, to: broker, amount: 25000, date: 2016-01-04, reference: Funding plan 1}",
        "{op: payment, from: operating, to: acme, amount: 0.10, date: 2016-01-04, reference: RF18 5390 0754 7034}",
        "{op: payment, from: operating, to: acme, amount: 1200.5, date: 2016-01-05}",
        "Betala 8 400 kr från lönekonto till hyresvärden den 7 januari 2016, OCR 10058",
        "{op: payment, from: lönekonto, name: 'Åsa Öhrn', plusgiro: 28 65 43-4, amount: 12, reference: Tack så mycket}",
        "{op: transfer, from: lönekonto, to: sparkonto, amount: 1}",
    };

    private static List<PaymentFile> files() {
        Mission mission = Fixtures.mission("", REQUESTS);
        return PaymentFile.of(
                Bank.of(mission.banking().orElseThrow(), Optional.empty())
                        .process(mission.objective().asOf()),
                mission);
    }

    private static String text(int file) {
        return new String(files().get(file).bytes(), StandardCharsets.UTF_8);
    }

    private static List<PaymentProblem> problems(String xml) {
        return Pain001Check.of(xml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void writes_a_file_for_each_kind_that_passes_its_own_check() {
        List<PaymentFile> files = files();
        assertEquals(
                List.of("pain.001.xml", "pain.001.sek.xml"),
                files.stream().map(PaymentFile::name).toList());
        assertEquals(
                List.of(Variant.SEPA, Variant.SWEDISH),
                files.stream().map(PaymentFile::variant).toList());
        for (PaymentFile file : files) {
            assertEquals(List.of(), Pain001Check.of(file.bytes()), file.name());
        }
    }

    @Test
    void groups_by_account_day_and_currency_with_sums_on_both_levels() {
        String sepa = text(0);
        assertEquals(2, sepa.split("<PmtInf>", -1).length - 1);
        assertTrue(sepa.contains("<NbOfTxs>3</NbOfTxs>\n      <CtrlSum>26200.60</CtrlSum>"), sepa);
        assertTrue(sepa.contains("<NbOfTxs>2</NbOfTxs>\n      <CtrlSum>25000.10</CtrlSum>"), sepa);
        assertTrue(sepa.contains("<CreDtTm>2015-12-31T00:00:00</CreDtTm>"), sepa);
        assertTrue(sepa.contains("<Cd>SCOR</Cd>") && sepa.contains("<Ref>RF18539007547034</Ref>"), sepa);
        assertTrue(sepa.contains("<Nm>Exempel Akeri AB</Nm>"), sepa);
    }

    @Test
    void payments_in_kronor_follow_the_swedish_interpretation() {
        String swedish = text(1);
        assertTrue(swedish.contains("<Cd>NURG</Cd>") && !swedish.contains("SEPA"), swedish);
        assertTrue(swedish.contains("<Id>58056201</Id>") && swedish.contains("<Prtry>BGNR</Prtry>"), swedish);
        assertTrue(swedish.contains("<MmbId>9900</MmbId>") && swedish.contains("<MmbId>9960</MmbId>"), swedish);
        assertTrue(swedish.contains("<MmbId>9151</MmbId>") && swedish.contains("<Id>91512641741</Id>"), swedish);
        assertTrue(swedish.contains("<Nm>Åsa Öhrn</Nm>") && swedish.contains("<Ref>10058</Ref>"), swedish);
        assertTrue(swedish.contains("<Ustrd>Tack så mycket</Ustrd>"), swedish);
    }

    @Test
    void there_is_no_file_without_payments() {
        Mission mission = Fixtures.mission("", "{op: balance_inquiry, account: operating}");
        assertEquals(
                List.of(),
                PaymentFile.of(
                        Bank.of(mission.banking().orElseThrow(), Optional.empty())
                                .process(mission.objective().asOf()),
                        mission));
    }

    @Test
    void gives_the_same_bytes_everywhere() {
        byte[] here = files().get(0).bytes();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertArrayEquals(here, files().get(0).bytes());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DE89370400440532013000 | DE88370400440532013000 | BK01_IBAN",
                "SE4550000000058398257466 | se4550000000058398257466 | BK01_IBAN",
                "DEUTDEFF | DEUTDE | BK02_BIC",
                "RF18539007547034 | RF19539007547034 | BK05_REF",
                "Funding plan 1 | Funding <![CDATA[&]]> | BK06_CHARSET",
                "2016-01-04 | 2016-01-32 | BK07_DATE",
                "2016-01-04 | 04.01.2016 | BK07_DATE",
                "2016-01-04 | 2016-01-03 | BK07_DATE",
                "<CtrlSum>26200.60 | <CtrlSum>26200.61 | BK13_CTRLSUM",
                "<CtrlSum>25000.10 | <CtrlSum>25000.1 0 | VALUE",
                "<NbOfTxs>2 | <NbOfTxs>3 | BK13_CTRLSUM",
                "Ccy=\"EUR\" | Ccy=\"SEK\" | BK12_CURRENCY",
                "Ccy=\"EUR\" | x=\"EUR\" | BK12_CURRENCY",
                ">0.10< | >0.101< | VALUE",
                ">0.10< | >-0.10< | VALUE",
                "<EndToEndId>F | <EndToEndId>THIS-ID-IS-LONGER-THAN-THIRTY-FIVE-CHARACTERS-F | VALUE",
                "<Cd>SEPA</Cd> | <Cd>URGP</Cd> | VALUE",
                "<PmtMtd>TRF</PmtMtd> | <PmtMtd>CHK</PmtMtd> | VALUE",
                "<PmtMtd>TRF</PmtMtd> | | ORDER",
                "<PmtMtd>TRF</PmtMtd> | <PmtMtd>TRF</PmtMtd><PmtMtd>TRF</PmtMtd> | ORDER",
                "<PmtMtd>TRF</PmtMtd> | <PmtMtd>TRF</PmtMtd><Surprise><Deep/></Surprise> | ORDER",
                "<PmtMtd>TRF</PmtMtd> | <PmtMtd>TRF</PmtMtd>text | ORDER",
                "pain.001.001.09 | pain.001.001.03 | ORDER",
                "T00:00:00 | | VALUE",
            })
    void refuses_a_file_that_was_changed(String from, String to, String code) {
        String changed = text(0).replace(from, to == null ? "" : to);
        List<PaymentProblem> problems = problems(changed);
        assertTrue(
                problems.stream().anyMatch(problem -> problem.code().equals(code)), () -> code + " not in " + problems);
    }

    @Test
    void refuses_elements_out_of_order_and_says_where() {
        String xml = text(0).replaceFirst("(?s)(<Cdtr>.*?</Cdtr>\\s*)(<CdtrAcct>.*?</CdtrAcct>\\s*)", "$2$1");
        List<PaymentProblem> problems = problems(xml);
        assertEquals(
                "The element Cdtr stands too late in CdtTrfTxInf.",
                problems.get(0).message());
        assertTrue(problems.get(0).line() > 30, problems.toString());
    }

    @Test
    void refuses_an_id_used_twice_and_wrong_giro_numbers() {
        String sepa = text(0);
        String id = sepa.replaceFirst("(?s).*?<EndToEndId>(F[0-9A-F]+)<.*", "$1");
        assertEquals(
                "BK10_DUPLICATE",
                problems(sepa.replaceAll("<EndToEndId>F[0-9A-F]+<", "<EndToEndId>" + id + "<"))
                        .get(0)
                        .code());
        assertEquals(
                "BK03_BANKGIRO",
                problems(text(1).replace("58056201", "58056202")).get(0).code());
        assertTrue(problems(text(1).replace("NURG", "SEPA")).stream()
                .anyMatch(problem -> problem.code().equals("BK12_CURRENCY")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<Document>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.001.001.09'>&b;</Document>",
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.001.001.09'/>",
            })
    void refuses_what_is_no_payment_file(String xml) {
        assertTrue(problems(xml).size() > 0, xml);
        assertTrue(problems(xml).stream().noneMatch(problem -> problem.message().contains("root:")));
    }

    @Test
    void does_not_follow_depth() {
        assertTimeout(
                Duration.ofSeconds(20),
                () -> assertTrue(
                        problems("<a>".repeat(20_000) + "</a>".repeat(20_000)).size() > 0));
    }
}
