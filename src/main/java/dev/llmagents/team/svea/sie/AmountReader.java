package dev.llmagents.team.svea.sie;

/**
 * Reads amounts (SIE 4B, 5.9): digits, a point and at most two decimals, a minus first. What other programs write beside
 * that is read as well where it can mean only one thing, and called not well-formed.
 */
final class AmountReader {
    private long total;
    private long ore;
    private boolean isRead;
    private boolean isWellFormed;

    /** Reads one amount; the three methods below tell what came of it. */
    void read(byte[] bytes, int from, int to) {
        ore = 0;
        isRead = false;
        isWellFormed = true;
        int at = from;
        boolean negative = false;
        if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
            negative = bytes[at] == '-';
            isWellFormed = negative;
            at++;
        }
        long value = 0;
        int digits = 0;
        int decimals = -1;
        boolean exact = true;
        for (; at < to; at++) {
            byte one = bytes[at];
            if (one >= '0' && one <= '9') {
                digits++;
                if (decimals >= 2) {
                    exact &= one == '0';
                    isWellFormed = false;
                } else {
                    if (value > Ore.MOST / 10) {
                        isWellFormed = false;
                        return;
                    }
                    value = value * 10 + one - '0';
                }
                decimals = decimals < 0 ? -1 : decimals + 1;
            } else if ((one == '.' || one == ',') && decimals < 0) {
                isWellFormed &= one == '.' && digits > 0;
                decimals = 0;
            } else {
                isWellFormed = false;
                return;
            }
        }
        if (digits == 0 || decimals == 0) {
            isWellFormed = false;
        }
        for (int i = Math.max(decimals, 0); i < 2; i++) {
            value = value > Ore.MOST / 10 ? Ore.MOST : value * 10;
        }
        // Sums must not overflow, whatever rows they are made of: so what they are made of is counted here.
        if (digits == 0 || !exact || value > Ore.MOST - total) {
            isWellFormed = false;
            return;
        }
        total += value;
        isRead = true;
        ore = negative ? -value : value;
    }

    /** The amount in öre; 0 if it could not be read. */
    long ore() {
        return ore;
    }

    boolean isRead() {
        return isRead;
    }

    /** Whether it is written as the format wants it. */
    boolean isWellFormed() {
        return isWellFormed;
    }
}
