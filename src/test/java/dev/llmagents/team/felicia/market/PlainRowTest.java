package dev.llmagents.team.felicia.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainRowTest {
    private static final int[] USUAL = {
        CsvPrices.DATE, RawBars.OPEN, RawBars.HIGH, RawBars.LOW, RawBars.CLOSE, -1, RawBars.ADJUSTED, RawBars.VOLUME
    };

    private static PlainRow reader(String text) {
        return new PlainRow(text.getBytes(StandardCharsets.UTF_8), (byte) ',', USUAL);
    }

    @Test
    void numbers_are_those_java_reads_to_the_last_bit() {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            String[] numbers = new String[6];
            for (int i = 0; i < numbers.length; i++) {
                String digits = Long.toString(1 + (long) (random.nextDouble() * Math.pow(10, 1 + random.nextInt(14))));
                int point = random.nextInt(digits.length() + 1);
                numbers[i] = digits.substring(0, point) + "." + digits.substring(point);
            }
            String row = "2015-12-31," + String.join(",", numbers[0], numbers[1], numbers[2], numbers[3]) + ",x y,"
                    + numbers[4] + "," + numbers[5];
            PlainRow reader = reader(row + "\n2016");
            assertEquals(row.length(), reader.read(0), row);
            for (int i = 0; i < numbers.length; i++) {
                assertEquals(Double.parseDouble(numbers[i]), reader.values()[i]);
            }
        }
    }

    @Test
    void each_day_is_that_of_the_calendar() {
        for (LocalDate day = LocalDate.of(1800, 1, 1); day.getYear() < 2301; day = day.plusDays(1)) {
            byte[] text = day.toString().getBytes(StandardCharsets.UTF_8);
            assertEquals(day.toEpochDay(), PlainDate.read(text, 0, text.length, false));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2015-12-31,1,2,1,2,x,2,9\r\n",
                "2015-12-31,1,2,1,2,,2,0",
            })
    void ends_where_the_line_does(String row) {
        assertEquals(row.strip().length(), reader(row).read(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2015-02-30,1,2,1,2,x,2,9",
                "31.12.2015,1,2,1,2,x,2,9",
                "2015-12-31 ,1,2,1,2,x,2,9",
                "2015-12-31,-1,2,1,2,x,2,9",
                "2015-12-31,0,2,1,2,x,2,9",
                "2015-12-31,1.2.3,2,1,2,x,2,9",
                "2015-12-31,1e3,2,1,2,x,2,9",
                "2015-12-31,.,2,1,2,x,2,9",
                "2015-12-31,1234567890123456,2,1,2,x,2,9",
                "2015-12-31,1,2,1,2,\"x,y\",2,9",
                "2015-12-31,1,2,1,2,x,2",
                "2015-12-31,1,2,1,2,x,2,",
                "2015-12-31,1,2,1,2,x,2,9,10",
                "2015-12-31",
                "2015-12",
                "",
                "\n2015-12-31,1,2,1,2,x,2,9"
            })
    void leaves_what_is_not_plain_to_the_other_reader(String row) {
        assertEquals(PlainRow.NONE, reader(row).read(0));
    }
}
