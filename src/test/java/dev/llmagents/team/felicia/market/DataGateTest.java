package dev.llmagents.team.felicia.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataGateTest {
    private static final String HEAD = "Date,Open,High,Low,Close,Adj Close,Volume\n";
    private static final LocalDate AS_OF = LocalDate.of(2020, 1, 31);

    @Test
    void finds_nothing_in_sound_rows() {
        MarketData market = load(HEAD + "2020-01-02,10,11,9,10,10,5\n2020-01-03,10,11,9,10.5,10.5,5\n", 2);
        assertEquals(List.of(), market.defects());
        assertEquals(10.5, market.series(0).close(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-01-03,10,11,9,,10,5 | MISSING_VALUE",
                "2020-01-03,10,11,9,abc,10,5 | NUMBER_FORMAT",
                "2020-01-03,10,11,9,\"10,5\",10,5 | NUMBER_FORMAT",
                "2020-01-03,-10,11,9,10,10,5 | NON_POSITIVE",
                "2020-01-03,10,9,11,10,10,5 | OHLC_ORDER",
                "2020-01-02,10,12,9,11,11,5 | DUPLICATE_DATE",
                "2020-01-01,10,11,9,10,10,5 | UNSORTED",
                "2020-01-08,10,11,9,10,10,5 | DATE_GAP",
                "2020-01-03,14,15,13,14,14,5 | PRICE_JUMP",
                "2020-01-03,5,5.5,4.5,5,10,5 | ADJ_MIX",
                "2020-02-03,10,11,9,10,10,5 | AFTER_ASOF"
            })
    void names_the_code_and_the_line(String row, DefectCode code) {
        List<Defect> defects =
                load(HEAD + "2020-01-02,10,11,9,10,10,5\n" + row + "\n", 1).defects();
        assertTrue(defects.stream().anyMatch(defect -> defect.code() == code && defect.line() == 3), defects::toString);
    }

    @Test
    void finds_a_frozen_price_at_its_first_bar_and_a_short_file() {
        StringBuilder rows = new StringBuilder(HEAD);
        for (int day = 1; day <= 7; day++) {
            rows.append("2020-01-0").append(day).append(",10,11,9,10,10,5\n");
        }
        List<Defect> defects = load(rows.toString(), 8).defects();
        assertEquals(
                List.of(DefectCode.STALE_RUN, DefectCode.TOO_SHORT),
                defects.stream().map(Defect::code).toList());
        assertEquals(2, defects.get(0).line());
    }

    @Test
    void keeps_later_rows_from_everything_but_paper_execution() {
        MarketData market = load(HEAD + "2020-01-31,10,11,9,10,10,5\n2020-02-03,99,99,99,99,99,5\n", 1);
        assertEquals(1, market.series(0).size());
        assertEquals(99, market.later().series(0).open(0));
    }

    @Test
    void reads_semicolons_other_names_and_json() {
        MarketData table = load("Datum;Slutkurs\n31.01.2020;10,25\n", 1);
        assertEquals(10.25, table.series(0).close(0));
        MarketData json = load("{\"candles\":[{\"start\":\"1577923200\",\"close\":\"7.5\"}]}", 1);
        assertEquals(LocalDate.of(2020, 1, 2), json.series(0).date(0));
        assertEquals(7.5, json.series(0).open(0));
    }

    @Test
    void blocks_a_file_without_closes_or_with_nothing_in_it() {
        assertEquals(1, load("a,b\n1,2\n", 1).blocked().size());
        assertEquals(1, load("", 1).blocked().size());
    }

    private static MarketData load(String text, int needed) {
        PriceFile file = new PriceFile(Instrument.of("KO", "USD"), "KO.csv", text.getBytes(StandardCharsets.UTF_8));
        return MarketData.load(List.of(file), Columns.usual(), AS_OF, needed);
    }
}
