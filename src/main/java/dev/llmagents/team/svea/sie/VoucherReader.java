package dev.llmagents.team.svea.sie;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts vouchers together from their records. */
final class VoucherReader {
    private final NoteLog notes;
    private final List<SieVoucher> vouchers = new ArrayList<>();
    private final List<SieRow> rows = new ArrayList<>();
    private final List<SieRow> struck = new ArrayList<>();
    private Optional<SieVoucher> head = Optional.empty();
    private boolean isOpen;
    private Optional<SieRow> added = Optional.empty();

    VoucherReader(NoteLog notes) {
        this.notes = notes;
    }

    void begin(
            String series,
            String number,
            Optional<LocalDate> date,
            String text,
            Optional<LocalDate> registered,
            String sign,
            int line) {
        if (isOpen) {
            notes.add("SIE-008", line, "}", "verifikationen före avslutas inte");
        }
        finish();
        head = Optional.of(new SieVoucher(series, number, date, text, registered, sign, List.of(), List.of(), line));
    }

    void open(int line) {
        if (head.isEmpty() || isOpen) {
            notes.add("SIE-008", line, "{", isOpen ? "klammern är redan öppen" : "klammern hör inte till någon post");
        }
        isOpen = head.isPresent();
    }

    void close(int line) {
        if (!isOpen) {
            notes.add("SIE-008", line, "}", "klammern har ingen början");
        }
        finish();
    }

    void end(int line) {
        if (isOpen) {
            notes.add("SIE-008", line, "}", "den sista verifikationen avslutas inte");
        }
        finish();
    }

    void row(SieRow row) {
        if (head.isEmpty()) {
            notes.add("SIE-015", row.line(), row.account() + " " + Ore.text(row.ore()), "");
            return;
        }
        if (!isOpen && rows.isEmpty() && struck.isEmpty()) {
            notes.add("SIE-008", row.line(), "{", "klammern före raderna saknas");
            isOpen = true;
        }
        boolean isCopy = false;
        if (added.isPresent()) {
            isCopy = row.kind() == SieRow.Kind.TRANS && isSame(row, added.get());
            if (!isCopy) {
                noteMissingCopy(added.get());
            }
            added = Optional.empty();
        }
        switch (row.kind()) {
            case TRANS -> {
                if (!isCopy) {
                    rows.add(row);
                }
            }
            case ADDED -> {
                rows.add(row);
                added = Optional.of(row);
            }
            case STRUCK -> struck.add(row);
        }
    }

    private void noteMissingCopy(SieRow row) {
        notes.add("SIE-016", row.line(), row.account() + " " + Ore.text(row.ore()), "");
    }

    private static boolean isSame(SieRow copy, SieRow row) {
        return copy.account().equals(row.account())
                && copy.ore() == row.ore()
                && copy.objects().equals(row.objects())
                && copy.date().equals(row.date())
                && copy.text().equals(row.text());
    }

    private void finish() {
        added.ifPresent(this::noteMissingCopy);
        added = Optional.empty();
        head.ifPresent(voucher -> vouchers.add(new SieVoucher(
                voucher.series(),
                voucher.number(),
                voucher.date(),
                voucher.text(),
                voucher.registered(),
                voucher.sign(),
                List.copyOf(rows),
                List.copyOf(struck),
                voucher.line())));
        head = Optional.empty();
        rows.clear();
        struck.clear();
        isOpen = false;
    }

    List<SieVoucher> vouchers() {
        return vouchers;
    }
}
