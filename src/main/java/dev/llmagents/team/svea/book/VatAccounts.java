package dev.llmagents.team.svea.book;

import java.util.List;

/** What the accounts of a BAS chart mean for VAT. Source: BAS-kontoplanen, groups 26, 30 to 37, 44 and 45. */
final class VatAccounts {
    /** The rates there are, in percent. */
    static final List<Integer> RATES = List.of(25, 12, 6);

    private VatAccounts() {}

    /** The account as a number; -1 if it is none of four digits. */
    static int number(String account) {
        if (account.length() != 4) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < 4; i++) {
            int digit = account.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Rate in percent of output VAT on one's own sales, withdrawals and lettings; 0 for any other account. */
    static int outputRate(int account) {
        if (account < 2610 || account > 2639 || account % 10 > 3) {
            return 0;
        }
        return rateOfGroup(account);
    }

    /** Rate of output VAT that the buyer owes (2614, 2615 and their like); 0 for any other account. */
    static int reverseRate(int account) {
        boolean isReverse = account >= 2610 && account <= 2639 && (account % 10 == 4 || account % 10 == 5);
        return isReverse ? rateOfGroup(account) : 0;
    }

    private static int rateOfGroup(int account) {
        return RATES.get(account / 10 - 261);
    }

    /** Input VAT as invoiced. */
    static boolean isInput(int account) {
        return account == 2640 || account == 2641 || account == 2642 || account == 2646;
    }

    /** Input VAT that was calculated on purchases with reverse charge. */
    static boolean isReverseInput(int account) {
        return account == 2645 || account == 2647;
    }

    /** Where VAT of a period is gathered for the return. */
    static boolean isClearing(int account) {
        return account == 2650 || account == 1650;
    }

    static boolean isSale(int account) {
        return account >= 3000 && account <= 3799 && account != 3740;
    }

    /** Sales to the EU or abroad. */
    static boolean isForeignSale(int account) {
        return account == 3105 || account == 3106 || account == 3108 || account == 3305 || account == 3308;
    }

    /** Building services whose buyer owes the VAT. */
    static boolean isReverseSale(int account) {
        return account == 3231;
    }

    /** Sales without VAT of any kind. */
    static boolean isFreeSale(int account) {
        return isForeignSale(account) || isReverseSale(account) || account == 3004 || account == 3404;
    }
}
