package dev.llmagents.team.svea.book;

import dev.llmagents.team.svea.sie.Ore;
import dev.llmagents.team.svea.sie.SieFile;
import dev.llmagents.team.svea.sie.SieRow;
import dev.llmagents.team.svea.sie.SieVoucher;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The VAT return (momsdeklaration, SKV 4700) as the vouchers give it, box by box, for the whole file and for each month.
 * Amounts in kronor with öre, positive as the form wants them: the form itself takes whole kronor. The boxes of sales rest on
 * the usual use of BAS accounts and are no proof.
 *
 * @param boxes by number; every box there is, also those that are zero
 * @param months the same for each month that has any
 * @param impliedBase sales that would give the output VAT of 25, 12 and 6 percent, to compare with box 05
 */
public record VatReport(
        SortedMap<String, BigDecimal> boxes,
        SortedMap<YearMonth, SortedMap<String, BigDecimal>> months,
        BigDecimal impliedBase) {
    private static final String[] BOXES = {
        "05", "06", "07", "08", "10", "11", "12", "20", "21", "22", "23", "24", "30", "31", "32", "35", "36", "37",
        "38", "39", "40", "41", "42", "48", "49", "50", "60", "61", "62"
    };
    private static final int NONE = -1;

    public VatReport {
        boxes = Collections.unmodifiableSortedMap(boxes);
        months = Collections.unmodifiableSortedMap(months);
    }

    /** The return of a file's vouchers; those that clear VAT to 2650 or 1650 are left out. */
    public static VatReport of(SieFile file) {
        // Index of the box of an account, one more than it is; 0 where it was not looked up yet.
        int[] boxOf = new int[10_000];
        long[] all = new long[BOXES.length];
        SortedMap<YearMonth, long[]> byMonth = new TreeMap<>();
        for (SieVoucher voucher : file.vouchers()) {
            if (isClearing(voucher)) {
                continue;
            }
            long[] month = null;
            for (SieRow row : voucher.rows()) {
                int account = VatAccounts.number(row.account());
                int box = account < 0 ? NONE : box(account, boxOf);
                if (box == NONE || row.ore() == 0) {
                    continue;
                }
                long ore = isDebitBox(BOXES[box]) ? row.ore() : -row.ore();
                all[box] += ore;
                if (month == null && voucher.date().isPresent()) {
                    month = byMonth.computeIfAbsent(
                            YearMonth.from(voucher.date().get()), any -> new long[BOXES.length]);
                }
                if (month != null) {
                    month[box] += ore;
                }
            }
        }
        SortedMap<YearMonth, SortedMap<String, BigDecimal>> months = new TreeMap<>();
        byMonth.forEach((month, sums) -> months.put(month, Collections.unmodifiableSortedMap(complete(sums))));
        long implied = sum(all, "10") * 4 + sum(all, "11") / 12 * 100 + sum(all, "12") / 6 * 100;
        return new VatReport(complete(all), months, Ore.kronor(implied));
    }

    private static boolean isClearing(SieVoucher voucher) {
        for (SieRow row : voucher.rows()) {
            if (VatAccounts.isClearing(VatAccounts.number(row.account()))) {
                return true;
            }
        }
        return false;
    }

    private static int box(int account, int[] boxOf) {
        if (boxOf[account] == 0) {
            // One more than the index; an account in no box is kept as the first number past them.
            int index = indexOf(box(account));
            boxOf[account] = index == NONE ? BOXES.length + 1 : index + 1;
        }
        return boxOf[account] > BOXES.length ? NONE : boxOf[account] - 1;
    }

    private static int indexOf(String box) {
        for (int i = 0; i < BOXES.length; i++) {
            if (BOXES[i].equals(box)) {
                return i;
            }
        }
        return NONE;
    }

    private static long sum(long[] sums, String box) {
        return sums[indexOf(box)];
    }

    private static SortedMap<String, BigDecimal> complete(long[] sums) {
        SortedMap<String, BigDecimal> boxes = new TreeMap<>();
        for (String box : BOXES) {
            boxes.put(box, Ore.kronor(sum(sums, box)));
        }
        long owed = -sum(sums, "48");
        for (String box : new String[] {"10", "11", "12", "30", "31", "32", "60", "61", "62"}) {
            owed += sum(sums, box);
        }
        boxes.put("49", Ore.kronor(owed));
        return boxes;
    }

    /** Purchases and input VAT are debits. */
    private static boolean isDebitBox(String box) {
        return box.equals("48") || box.equals("50") || box.charAt(0) == '2';
    }

    /** The box an account belongs in; empty if it is in none. */
    private static String box(int account) {
        int output = VatAccounts.outputRate(account);
        int reverse = VatAccounts.reverseRate(account);
        if (output > 0) {
            return output == 25 ? "10" : output == 12 ? "11" : "12";
        }
        if (reverse > 0) {
            int index = VatAccounts.RATES.indexOf(reverse);
            return (account % 10 == 4 ? "3" : "6") + index;
        }
        if (VatAccounts.isInput(account) || VatAccounts.isReverseInput(account) || account == 2649) {
            return "48";
        }
        if (account >= 4400 && account <= 4599) {
            return purchaseBox(account);
        }
        return VatAccounts.isSale(account) ? saleBox(account) : "";
    }

    private static String purchaseBox(int account) {
        if (account >= 4415 && account <= 4417) {
            return "23";
        }
        if (account >= 4425 && account <= 4427) {
            return "24";
        }
        if (account >= 4515 && account <= 4518) {
            return "20";
        }
        if (account >= 4531 && account <= 4533) {
            return "22";
        }
        if (account >= 4535 && account <= 4537) {
            return "21";
        }
        return account >= 4545 && account <= 4547 ? "50" : "";
    }

    private static String saleBox(int account) {
        return switch (account) {
            case 3004, 3404 -> "42";
            case 3105 -> "36";
            case 3106, 3108 -> "35";
            case 3231 -> "41";
            case 3305 -> "40";
            case 3308 -> "39";
            default -> "05";
        };
    }
}
