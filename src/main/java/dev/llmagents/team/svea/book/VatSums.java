package dev.llmagents.team.svea.book;

import dev.llmagents.team.svea.sie.SieRow;
import dev.llmagents.team.svea.sie.SieVoucher;

/** What one voucher says of VAT, in öre; output VAT and sales positive as credit, input VAT and costs as debit. */
final class VatSums {
    final long[] output = new long[VatAccounts.RATES.size()];
    long reverseOutput;
    long input;
    long reverseInput;
    long sales;
    long freeSales;
    long foreignSales;
    long reverseSales;
    /** Credits beside sales on which output VAT may rest: assets sold, advances, costs charged on. */
    long otherCredits;
    /** Costs, goods and assets on which input VAT may rest. */
    long purchases;

    boolean isClearing;
    int rows;

    static VatSums of(SieVoucher voucher) {
        VatSums sums = new VatSums();
        for (SieRow row : voucher.rows()) {
            sums.add(VatAccounts.number(row.account()), row.ore());
        }
        return sums;
    }

    private void add(int account, long ore) {
        rows++;
        int rate = VatAccounts.outputRate(account);
        if (rate > 0) {
            output[VatAccounts.RATES.indexOf(rate)] -= ore;
        } else if (VatAccounts.reverseRate(account) > 0) {
            reverseOutput -= ore;
        } else if (VatAccounts.isInput(account)) {
            input += ore;
        } else if (VatAccounts.isReverseInput(account)) {
            reverseInput += ore;
        } else if (VatAccounts.isClearing(account)) {
            isClearing = true;
        } else if (VatAccounts.isSale(account)) {
            sale(account, ore);
        } else {
            other(account, ore);
        }
    }

    private void sale(int account, long ore) {
        sales -= ore;
        freeSales -= VatAccounts.isFreeSale(account) ? ore : 0;
        foreignSales -= VatAccounts.isForeignSale(account) ? ore : 0;
        reverseSales -= VatAccounts.isReverseSale(account) ? ore : 0;
    }

    private void other(int account, long ore) {
        boolean isAsset = account >= 1000 && account <= 1499;
        boolean isCost = account >= 3800 && account <= 8999;
        boolean isAccrual = account >= 1700 && account <= 1799;
        boolean isAdvance = account >= 2420 && account <= 2429 || account >= 2900 && account <= 2999;
        if (isAsset || isCost || isAccrual) {
            purchases += ore;
        }
        if (isAsset || isCost || isAccrual || isAdvance) {
            otherCredits -= ore;
        }
    }

    /** Index of the only rate with output VAT; -1 if there is none or more than one. */
    int onlyRate() {
        int only = -1;
        for (int i = 0; i < output.length; i++) {
            if (output[i] != 0) {
                if (only >= 0) {
                    return -1;
                }
                only = i;
            }
        }
        return only;
    }

    boolean hasOutput() {
        for (long vat : output) {
            if (vat != 0) {
                return true;
            }
        }
        return false;
    }
}
