package dev.llmagents.team.svea.sie;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A SIE file in memory. Immutable; the lists have the order of the file and are not to be changed.
 *
 * @param name the file's name, for people
 * @param years by #RAR, the file's own year first
 * @param accounts by number; a number declared twice stands once, as first declared
 * @param labels how often each label stands in the file; empty for SIE 5
 * @param notes what the reader met that is not as the format wants it, at most {@link NoteLog#MOST} of a rule
 * @param noted how often each rule of {@code notes} was broken, also beyond those kept
 */
public record SieFile(
        String name,
        SieType type,
        SieEncoding encoding,
        SieHeader header,
        List<FiscalYear> years,
        SortedMap<String, SieAccount> accounts,
        List<SieDimension> dimensions,
        List<SieObject> objects,
        List<SieBalance> balances,
        List<SieVoucher> vouchers,
        SortedMap<String, LabelUse> labels,
        SieChecksum checksum,
        List<SieNote> notes,
        SortedMap<String, Integer> noted,
        int lines) {
    public SieFile {
        years = List.copyOf(years);
        accounts = Collections.unmodifiableSortedMap(accounts);
        dimensions = List.copyOf(dimensions);
        objects = List.copyOf(objects);
        balances = Collections.unmodifiableList(balances);
        vouchers = Collections.unmodifiableList(vouchers);
        labels = Collections.unmodifiableSortedMap(labels);
        notes = List.copyOf(notes);
        noted = Collections.unmodifiableSortedMap(noted);
    }

    /** The year with that number: 0 is the file's own. */
    public Optional<FiscalYear> year(int number) {
        return years.stream().filter(year -> year.number() == number).findFirst();
    }

    public Optional<SieAccount> account(String number) {
        return Optional.ofNullable(accounts.get(number));
    }

    /** {@code 1930 Företagskonto}, or the bare number. */
    public String accountName(String number) {
        SieAccount account = accounts.get(number);
        boolean isNamed =
                account != null && !account.name().isBlank() && !account.name().equals(number);
        return isNamed ? number + " " + account.name() : number;
    }

    /** Sums by account in öre of one kind of balance of one year. */
    public SortedMap<String, Long> sums(SieBalance.Kind kind, int year) {
        SortedMap<String, Long> sums = new TreeMap<>();
        for (SieBalance balance : balances) {
            if (balance.kind() == kind && balance.year() == year) {
                sums.merge(balance.account(), balance.ore(), Long::sum);
            }
        }
        return sums;
    }

    /** Whether there is a balance of that kind and year. */
    public boolean has(SieBalance.Kind kind, int year) {
        for (SieBalance balance : balances) {
            if (balance.kind() == kind && balance.year() == year) {
                return true;
            }
        }
        return false;
    }

    public int rowCount() {
        int rows = 0;
        for (SieVoucher voucher : vouchers) {
            rows += voucher.rows().size() + voucher.struck().size();
        }
        return rows;
    }

    /** Uses of a label, for instance {@code ORGNR}. */
    public Optional<LabelUse> label(String label) {
        return Optional.ofNullable(labels.get(label));
    }

    /** Line of the first use of a label; 1 if there is none. */
    public int lineOf(String label) {
        LabelUse use = labels.get(label);
        return use == null ? 1 : use.firstLine();
    }

    /** How often the reader met that rule broken. */
    public int noted(String rule) {
        return noted.getOrDefault(rule, 0);
    }
}
