package dev.llmagents.report;

import dev.llmagents.team.meetmind.text.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Numbers, times and money as people read them in the language of the meeting, whatever the machine's locale. */
public final class Figures {
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal LEAST_SHOWN = new BigDecimal("0.0001");

    private Figures() {}

    /** Grouped by thousands: {@code 9,500} or, with a no-break space, {@code 9 500}. */
    static String whole(long number, Language language) {
        String digits = Long.toString(Math.abs(number));
        StringBuilder grouped = new StringBuilder(number < 0 ? "-" : "");
        for (int at = 0; at < digits.length(); at++) {
            if (at > 0 && (digits.length() - at) % 3 == 0) {
                grouped.append(language == Language.SV ? '\u00A0' : ',');
            }
            grouped.append(digits.charAt(at));
        }
        return grouped.toString();
    }

    /** A share of 0 to 1 in whole per cent; what is something but less than one says so. */
    static String percent(double share, Language language) {
        long whole = Math.round(share * 100);
        String number = whole == 0 && share > 0 ? "<1" : Long.toString(whole);
        return language == Language.SV ? number + "\u00A0%" : number + "%";
    }

    /** A moment of the recording: {@code 3:07} or {@code 1:03:07}. */
    public static String clock(Duration offset) {
        long seconds = Math.max(0, offset.toSeconds());
        long hours = seconds / 3600;
        String rest = (hours > 0 ? two(seconds / 60 % 60) : Long.toString(seconds / 60)) + ":" + two(seconds % 60);
        return hours > 0 ? hours + ":" + rest : rest;
    }

    /** The same as {@code hh:mm:ss}, for programs. */
    public static String isoClock(Duration offset) {
        long seconds = Math.max(0, offset.toSeconds());
        return two(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60);
    }

    /** A length of time: {@code 45 s}, {@code 18 min} or {@code 1 h 5 min}. */
    static String length(Duration length, Language language) {
        long seconds = (length.toMillis() + 500) / 1000;
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = (seconds + 30) / 60;
        if (minutes < 60) {
            return minutes + " min";
        }
        String hour = language == Language.SV ? " tim" : " h";
        return minutes / 60 + hour + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    /** US dollars, to the cent or, below a cent, to four decimals. */
    static String money(BigDecimal usd, Language language) {
        boolean swedish = language == Language.SV;
        if (usd.signum() > 0 && usd.compareTo(LEAST_SHOWN) < 0) {
            return swedish ? "mindre än 0,0001 dollar" : "less than $0.0001";
        }
        int places = usd.compareTo(CENT) >= 0 || usd.signum() == 0 ? 2 : 4;
        String plain = usd.setScale(places, RoundingMode.HALF_UP).toPlainString();
        return swedish ? plain.replace('.', ',') + " dollar" : "$" + plain;
    }

    /** A measured or reckoned value for programs: rounded, in plain digits, without needless zeros. */
    static BigDecimal rounded(double value, int places) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return BigDecimal.ZERO;
        }
        BigDecimal exact =
                BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
