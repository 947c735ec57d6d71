package dev.llmagents.team.svea.sie;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A verifikation (#VER).
 *
 * @param series may be empty
 * @param number as it stands; may be empty in files for import
 * @param date of the affärshändelse; empty if it could not be read
 * @param registered when it was entered; empty if it is not said
 * @param sign who entered it; empty if it is not said
 * @param rows what counts: #TRANS and #RTRANS, the copy that follows an #RTRANS left out
 * @param struck rows that were struck (#BTRANS)
 */
public record SieVoucher(
        String series,
        String number,
        Optional<LocalDate> date,
        String text,
        Optional<LocalDate> registered,
        String sign,
        List<SieRow> rows,
        List<SieRow> struck,
        int line) {

    /** {@code A 12}, {@code 12} without series, {@code A} without number, {@code utan nummer} without both. */
    public String name() {
        if (number.isEmpty()) {
            return series.isEmpty() ? "utan nummer" : series + " utan nummer";
        }
        return series.isEmpty() ? number : series + " " + number;
    }

    /** The number as a whole number; -1 if it is not one of at most nine digits. */
    public int numeral() {
        int length = number.length();
        if (length == 0 || length > 9) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < length; i++) {
            char digit = number.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            value = value * 10 + digit - '0';
        }
        return value;
    }

    /** Sum of the rows in öre: zero if the voucher balances. */
    public long difference() {
        long sum = 0;
        for (SieRow row : rows) {
            sum += row.ore();
        }
        return sum;
    }

    /** Whether every amount could be read. */
    public boolean isRead() {
        for (SieRow row : rows) {
            if (!row.isRead()) {
                return false;
            }
        }
        return true;
    }

    /** The voucher's text, else the first text of a row; empty if there is none. */
    public String anyText() {
        if (!text.isBlank()) {
            return text;
        }
        for (SieRow row : rows) {
            if (!row.text().isBlank()) {
                return row.text();
            }
        }
        return "";
    }
}
