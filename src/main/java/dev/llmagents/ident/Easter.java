package dev.llmagents.ident;

import java.time.LocalDate;

/** Easter Sunday of the Gregorian calendar, from which half of the bank holidays are counted. */
final class Easter {
    private Easter() {}

    /**
     * The anonymous Gregorian algorithm, published in Nature on 20 April 1876 and printed in Meeus, Astronomical
     * Algorithms, chapter 8.
     *
     * @param year 1583 or later
     */
    static LocalDate sunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int yearOfCentury = year % 100;
        int moonShift = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - moonShift + 15) % 30;
        int toSunday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
        int correction = (golden + 11 * epact + 22 * toSunday) / 451;
        int days = epact + toSunday - 7 * correction + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
