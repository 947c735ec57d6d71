package dev.llmagents.team.svea.book;

import dev.llmagents.team.svea.sie.FiscalYear;
import dev.llmagents.team.svea.sie.SieAccount;
import dev.llmagents.team.svea.sie.SieBalance;
import dev.llmagents.team.svea.sie.SieFile;
import dev.llmagents.team.svea.sie.SieRow;
import dev.llmagents.team.svea.sie.SieVoucher;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sums that several checks need, made in one pass over a file's vouchers. Amounts in öre. */
final class Ledger {
    private static final int MOST_MONTHS = 36;

    private final SieFile file;
    private final Optional<FiscalYear> year;
    private final Map<String, Turnover> turnovers = new HashMap<>();
    private final Set<String> unread = new HashSet<>();
    private final SortedMap<String, Long> opening;
    private final SortedMap<String, Long> closing;
    private final SortedMap<String, Long> results;
    private final boolean[] active = new boolean[MOST_MONTHS];
    private Optional<LocalDate> lastDay = Optional.empty();

    private static final class Turnover {
        private long net;
    }

    Ledger(SieFile file) {
        this.file = file;
        this.year = file.year(0);
        this.opening = file.sums(SieBalance.Kind.IB, 0);
        this.closing = file.sums(SieBalance.Kind.UB, 0);
        this.results = file.sums(SieBalance.Kind.RES, 0);
        for (SieBalance balance : file.balances()) {
            if (!balance.isRead()) {
                unread.add(balance.account());
            }
        }
        for (SieVoucher voucher : file.vouchers()) {
            if (isInYear(voucher)) {
                add(voucher);
            }
        }
    }

    private void add(SieVoucher voucher) {
        int month = voucher.date().map(this::month).orElse(-1);
        if (month >= 0 && month < MOST_MONTHS) {
            active[month] = true;
        }
        if (voucher.date().isPresent()
                && (lastDay.isEmpty() || voucher.date().get().isAfter(lastDay.get()))) {
            lastDay = voucher.date();
        }
        for (SieRow row : voucher.rows()) {
            Turnover turnover = turnovers.computeIfAbsent(row.account(), any -> new Turnover());
            turnover.net += row.ore();
            if (!row.isRead()) {
                unread.add(row.account());
            }
        }
    }

    SieFile file() {
        return file;
    }

    Optional<FiscalYear> year() {
        return year;
    }

    /** Whether the voucher belongs to the file's own year; one without a date is taken to. */
    boolean isInYear(SieVoucher voucher) {
        return year.isEmpty()
                || voucher.date().isEmpty()
                || year.get().contains(voucher.date().get());
    }

    /** Months from the first of the year; -1 before it or without a year. */
    int month(LocalDate day) {
        return year.isEmpty() || day.isBefore(year.get().start())
                ? -1
                : (int) ChronoUnit.MONTHS.between(year.get().start().withDayOfMonth(1), day.withDayOfMonth(1));
    }

    /** The month with that index, for people: {@code 2024-03}. */
    String monthName(int index) {
        return year.map(own -> YearMonth.from(own.start()).plusMonths(index).toString())
                .orElse("");
    }

    /** Months of the year that are looked at, at most three years of them. */
    int months() {
        return year.map(own -> Math.min(own.months(), MOST_MONTHS)).orElse(0);
    }

    boolean isActive(int month) {
        return active[month];
    }

    /** Last day with a voucher inside the year. */
    Optional<LocalDate> lastDay() {
        return lastDay;
    }

    /** What the vouchers of the year add up to on each account. */
    SortedMap<String, Long> nets() {
        SortedMap<String, Long> nets = new TreeMap<>();
        turnovers.forEach((account, turnover) -> nets.put(account, turnover.net));
        return nets;
    }

    long net(String account) {
        Turnover turnover = turnovers.get(account);
        return turnover == null ? 0 : turnover.net;
    }

    SortedMap<String, Long> opening() {
        return opening;
    }

    SortedMap<String, Long> closing() {
        return closing;
    }

    SortedMap<String, Long> results() {
        return results;
    }

    /** Whether an amount on the account could not be read: its sums prove nothing. */
    boolean isUnread(String account) {
        return unread.contains(account);
    }

    /** Whether the chart is one of the BAS family, where the first digit of an account tells what it is. */
    boolean isBas() {
        String chart = file.header().chart().toUpperCase(Locale.ROOT);
        return chart.isEmpty() || chart.startsWith("BAS") || chart.startsWith("EUBAS") || chart.startsWith("NE");
    }

    /** Whether a number is an account of BAS: four digits, the first of them a class. */
    static boolean isBasAccount(String number) {
        if (number.length() != 4) {
            return false;
        }
        for (int i = 0; i < 4; i++) {
            if (number.charAt(i) < '0' || number.charAt(i) > '9') {
                return false;
            }
        }
        return number.charAt(0) >= '1' && number.charAt(0) <= '8';
    }

    /** Whether a number is a balance account of BAS: class 1 or 2. */
    static boolean isBalanceAccount(String number) {
        int basClass = SieAccount.classOf(number);
        return isBasAccount(number) && (basClass == 1 || basClass == 2);
    }

    /** Whether a number is a result account of BAS: class 3 to 8. */
    static boolean isResultAccount(String number) {
        return isBasAccount(number) && SieAccount.classOf(number) >= 3;
    }

    /** Whether the file itself declares the account to be an asset or a debt, whatever its number. */
    boolean isDeclaredBalance(String account) {
        String type = file.account(account).flatMap(SieAccount::type).orElse("");
        return type.equals("T") || type.equals("S");
    }

    /**
     * The part of an account's balance that stood there all through the last months up to the last voucher, and so was not
     * settled by any payment; 0 if the account was cleared or its sign turned in that time, or the file is shorter.
     */
    long stuckFor(String account, int months) {
        LocalDate last = lastDay.orElse(LocalDate.MIN);
        if (!turnovers.containsKey(account) && !opening.containsKey(account)
                || last.equals(LocalDate.MIN)
                || year.isEmpty()
                || last.minusMonths(months).isBefore(year.get().start())) {
            return 0;
        }
        SortedMap<LocalDate, Long> days = new TreeMap<>();
        for (SieVoucher voucher : file.vouchers()) {
            if (voucher.date().isPresent() && isInYear(voucher)) {
                for (SieRow row : voucher.rows()) {
                    if (row.account().equals(account)) {
                        days.merge(voucher.date().get(), row.ore(), Long::sum);
                    }
                }
            }
        }
        LocalDate since = last.minusMonths(months);
        long balance = opening.getOrDefault(account, 0L);
        for (long ore : days.headMap(since).values()) {
            balance += ore;
        }
        long stuck = balance;
        for (long ore : days.tailMap(since).values()) {
            balance += ore;
            if (Long.signum(balance) != Long.signum(stuck)) {
                return 0;
            }
            stuck = Math.abs(balance) < Math.abs(stuck) ? balance : stuck;
        }
        return stuck;
    }
}
