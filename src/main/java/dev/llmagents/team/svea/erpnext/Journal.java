package dev.llmagents.team.svea.erpnext;

import dev.llmagents.team.svea.erpnext.LeftOut.Reason;
import dev.llmagents.team.svea.sie.FiscalYear;
import dev.llmagents.team.svea.sie.Ore;
import dev.llmagents.team.svea.sie.SieBalance;
import dev.llmagents.team.svea.sie.SieFile;
import dev.llmagents.team.svea.sie.SieRow;
import dev.llmagents.team.svea.sie.SieVoucher;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The vouchers as drafts of doctype Journal Entry: a line for each row, the cells of the entry itself in the first line
 * only. The columns go by field name, which does not depend on the language of the user who imports.
 *
 * <p>ERPNext refuses an entry that does not balance, lies in no fiscal year, has a row without amount, or a row on a
 * receivable or payable account without a party (its {@code journal_entry.py}).
 */
final class Journal {
    static final List<String> COLUMNS = List.of(
            "docstatus",
            "naming_series",
            "voucher_type",
            "company",
            "posting_date",
            "is_opening",
            "custom_sie_serie",
            "custom_sie_vernr",
            "user_remark",
            "accounts.account",
            "accounts.debit_in_account_currency",
            "accounts.credit_in_account_currency",
            "accounts.party_type",
            "accounts.party",
            "accounts.user_remark");
    /** Stands for all customers of the books, whose rows name none. */
    static final String CUSTOMER = "SIE-import kundreskontra";
    /** Stands for all suppliers of the books. */
    static final String SUPPLIER = "SIE-import leverantörsreskontra";
    /** What {@code custom_sie_serie} says of the entry that is made of #IB. */
    static final String OPENING_SERIES = "IB";

    private static final String SERIES = "ACC-JV-.YYYY.-";
    private static final int LONGEST_SERIES = 20;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_REMARK = 500;
    private static final int HEAD_CELLS = 9;

    private final SieFile books;
    private final CompanySetup company;
    private final FiscalYears years;
    private final AccountNames accounts;
    private final BasChart chart = BasChart.builtIn();
    private final Optional<FiscalYear> year;
    private final CsvText csv = new CsvText();
    private final LeftOut leftOut = new LeftOut();
    private final List<String> remarks = new ArrayList<>();
    private final Map<String, String> lines = new HashMap<>();
    private final SortedSet<String> used = new TreeSet<>();
    private int entries;
    private int rows;
    private int emptyRows;
    private boolean hasParty;
    private boolean hasStock;

    Journal(SieFile books, CompanySetup company, FiscalYears years, AccountNames accounts) {
        this.books = books;
        this.company = company;
        this.years = years;
        this.accounts = accounts;
        this.year = books.year(0);
        csv.row(COLUMNS.toArray(String[]::new));
        opening();
        for (SieVoucher voucher : books.vouchers()) {
            voucher(voucher);
        }
    }

    byte[] bytes() {
        return csv.bytes();
    }

    int entries() {
        return entries;
    }

    int rows() {
        return rows;
    }

    int leftOut() {
        return leftOut.total();
    }

    /** Account numbers of the rows that were written. */
    SortedSet<String> used() {
        return Collections.unmodifiableSortedSet(used);
    }

    private void voucher(SieVoucher voucher) {
        Optional<Reason> reason = refusal(voucher);
        if (reason.isPresent()) {
            leftOut.add(reason.get(), PlainText.cut(PlainText.line(voucher.name()), LONGEST_NUMBER));
            return;
        }
        entries++;
        boolean isFirst = true;
        for (SieRow row : voucher.rows()) {
            if (row.ore() == 0) {
                emptyRows++;
                continue;
            }
            if (isFirst) {
                head(
                        voucher.date().orElseThrow(),
                        false,
                        PlainText.cut(line(voucher.series()), LONGEST_SERIES),
                        PlainText.cut(line(voucher.number()), LONGEST_NUMBER),
                        line(voucher.text()));
                isFirst = false;
            } else {
                noHead();
            }
            row(row.account(), row.ore(), line(row.text()));
        }
    }

    private Optional<Reason> refusal(SieVoucher voucher) {
        if (!voucher.isRead()) {
            return Optional.of(Reason.UNREAD);
        }
        boolean isEmpty = true;
        boolean isKnown = true;
        for (SieRow row : voucher.rows()) {
            if (row.ore() != 0) {
                isEmpty = false;
                isKnown &= accounts.nameOf(row.account()).isPresent();
            }
        }
        if (isEmpty) {
            return Optional.of(Reason.EMPTY);
        }
        if (voucher.difference() != 0) {
            return Optional.of(Reason.UNBALANCED);
        }
        if (voucher.date().isEmpty()) {
            return Optional.of(Reason.NO_DATE);
        }
        LocalDate day = voucher.date().get();
        if (!years.contains(day) || year.isPresent() && !year.get().contains(day)) {
            return Optional.of(Reason.OUTSIDE_YEAR);
        }
        return isKnown ? Optional.empty() : Optional.of(Reason.UNKNOWN_ACCOUNT);
    }

    private void opening() {
        SortedMap<String, Long> balances = books.sums(SieBalance.Kind.IB, 0);
        balances.values().removeIf(ore -> ore == 0);
        if (balances.isEmpty()) {
            return;
        }
        Optional<String> fault = openingFault(balances);
        if (fault.isPresent()) {
            remarks.add("Ingående balanser (#IB) är utelämnade: " + fault.get() + ".");
            return;
        }
        entries++;
        boolean isFirst = true;
        for (Map.Entry<String, Long> balance : balances.entrySet()) {
            if (isFirst) {
                head(year.orElseThrow().start(), true, OPENING_SERIES, "", "Ingående balans enligt #IB");
                isFirst = false;
            } else {
                noHead();
            }
            row(balance.getKey(), balance.getValue(), "");
        }
    }

    private Optional<String> openingFault(SortedMap<String, Long> balances) {
        if (year.isEmpty() || !years.contains(year.get().start())) {
            return Optional.of("räkenskapsåret (#RAR 0) saknas eller är fel");
        }
        for (SieBalance balance : books.balances()) {
            if (balance.kind() == SieBalance.Kind.IB && balance.year() == 0 && !balance.isRead()) {
                return Optional.of("ett belopp på rad " + balance.line() + " gick inte att läsa");
            }
        }
        List<String> unknown = new ArrayList<>();
        List<String> result = new ArrayList<>();
        long sum = 0;
        for (Map.Entry<String, Long> balance : balances.entrySet()) {
            String number = balance.getKey();
            sum += balance.getValue();
            if (accounts.nameOf(number).isEmpty()) {
                unknown.add(PlainText.cut(line(number), LONGEST_NUMBER));
            } else if (number.charAt(0) >= '3' && number.charAt(0) <= '8') {
                result.add(PlainText.cut(line(number), LONGEST_NUMBER));
            }
        }
        if (!unknown.isEmpty()) {
            return Optional.of("konton saknas i kontoplanen (" + bounded(unknown) + ")");
        }
        if (!result.isEmpty()) {
            return Optional.of("resultatkonton har ingående balans (" + bounded(result)
                    + "), vilket ERPNext inte tar emot");
        }
        return sum == 0
                ? Optional.empty()
                : Optional.of("de tar inte ut varandra (" + Ore.text(sum) + " kr)");
    }

    private static String bounded(List<String> names) {
        return LeftOut.listed(names.subList(0, Math.min(names.size(), LeftOut.MOST_NAMES)), names.size());
    }

    private void head(LocalDate date, boolean isOpening, String series, String number, String text) {
        csv.cell("0")
                .cell(SERIES)
                .cell(isOpening ? "Opening Entry" : "Journal Entry")
                .cell(company.name())
                .cell(date.toString())
                .cell(isOpening ? "Yes" : "No")
                .cell(series)
                .cell(number)
                .cell(text);
    }

    private void noHead() {
        for (int i = 0; i < HEAD_CELLS; i++) {
            csv.cell("");
        }
    }

    private void row(String account, long ore, String text) {
        rows++;
        used.add(account);
        Optional<String> party = chart.partyType(account);
        hasParty |= party.isPresent();
        hasStock |= chart.isStock(account);
        csv.cell(accounts.nameOf(account).orElseThrow())
                .cell(ore > 0 ? Ore.text(ore) : "0.00")
                .cell(ore < 0 ? Ore.text(-ore) : "0.00")
                .cell(party.orElse(""))
                .cell(party.map(type -> type.equals("Customer") ? CUSTOMER : SUPPLIER).orElse(""))
                .cell(text)
                .end();
    }

    /** Texts recur in every voucher, and most need nothing done. */
    private String line(String text) {
        return lines.computeIfAbsent(text, raw -> PlainText.cut(PlainText.line(raw), LONGEST_REMARK));
    }

    /** Swedish sentences on what the one who imports has to know. */
    List<String> remarks() {
        List<String> all = new ArrayList<>();
        all.add("Ej provat mot ett körande ERPNext.");
        all.addAll(remarks);
        all.addAll(leftOut.remarks());
        if (year.isEmpty() && !books.vouchers().isEmpty()) {
            all.add("#RAR 0 saknas: datumen kunde inte prövas mot räkenskapsåret.");
        }
        if (emptyRows > 0) {
            all.add("Rader med beloppet 0 (" + emptyRows + " st) är utelämnade: ERPNext tar inte emot dem.");
        }
        if (hasParty) {
            all.add("Kund- och leverantörsreskontran: SIE anger inte motparten, så raderna står på ”" + CUSTOMER
                    + "” och ”" + SUPPLIER + "”, som ska läggas upp först.");
        }
        if (hasStock) {
            all.add("Lagerkonton bokförs direkt: ”Enable Perpetual Inventory” ska vara avstängt för företaget.");
        }
        SortedSet<String> guessed = new TreeSet<>(accounts.guessed());
        guessed.retainAll(used);
        if (!guessed.isEmpty()) {
            all.add("Namnet på " + guessed.size() + " konton (" + bounded(List.copyOf(guessed))
                    + ") är filens eget; ERPNext kan stava dem annorlunda. Kör steget ”Kontonamn” i README.md före"
                    + " importen.");
        }
        return all;
    }
}
