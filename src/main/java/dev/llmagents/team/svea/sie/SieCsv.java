package dev.llmagents.team.svea.sie;

import java.io.IOException;
import java.io.Writer;

/**
 * Writes a file as CSV (RFC 4180 with semicolons, as Swedish spreadsheets expect): the chart with its balances, or the rows of
 * the vouchers. A text that a spreadsheet would run as a formula gets an apostrophe before it.
 */
public final class SieCsv {
    private static final String END = "\r\n";

    private SieCsv() {}

    /** Accounts with opening balance, closing balance and result of the file's own year. */
    public static void writeAccounts(SieFile file, Writer out) throws IOException {
        var opening = file.sums(SieBalance.Kind.IB, 0);
        var closing = file.sums(SieBalance.Kind.UB, 0);
        var results = file.sums(SieBalance.Kind.RES, 0);
        out.write("kontonr;namn;typ;ib;ub;res" + END);
        for (SieAccount account : file.accounts().values()) {
            out.write(cell(account.number()) + ";" + cell(account.name()) + ";"
                    + cell(account.type().orElse("")) + ";" + amount(opening.get(account.number())) + ";"
                    + amount(closing.get(account.number())) + ";" + amount(results.get(account.number())) + END);
        }
    }

    /** A line for each row of each voucher. */
    public static void writeVouchers(SieFile file, Writer out) throws IOException {
        out.write("serie;vernr;datum;vertext;regdatum;konto;kontonamn;belopp;radtext;objekt;status;rad" + END);
        for (SieVoucher voucher : file.vouchers()) {
            String start = cell(voucher.series()) + ";" + cell(voucher.number()) + ";"
                    + voucher.date().map(Object::toString).orElse("") + ";" + cell(voucher.text()) + ";"
                    + voucher.registered().map(Object::toString).orElse("") + ";";
            for (SieRow row : voucher.rows()) {
                row(file, start, row, out);
            }
            for (SieRow row : voucher.struck()) {
                row(file, start, row, out);
            }
        }
    }

    private static void row(SieFile file, String start, SieRow row, Writer out) throws IOException {
        StringBuilder objects = new StringBuilder();
        for (ObjectRef reference : row.objects()) {
            objects.append(objects.length() == 0 ? "" : " ")
                    .append(reference.dimension())
                    .append(':')
                    .append(reference.object());
        }
        String status = switch (row.kind()) {
            case TRANS -> "";
            case ADDED -> "tillagd";
            case STRUCK -> "struken";
        };
        out.write(start + cell(row.account()) + ";"
                + cell(file.account(row.account()).map(SieAccount::name).orElse("")) + ";"
                + (row.isRead() ? Ore.text(row.ore()) : "") + ";" + cell(row.text()) + ";" + cell(objects.toString())
                + ";"
                + status + ";" + row.line() + END);
    }

    private static String amount(Long ore) {
        return ore == null ? "" : Ore.text(ore);
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean isPlain =
                safe.indexOf(';') < 0 && safe.indexOf('"') < 0 && safe.indexOf('\n') < 0 && safe.indexOf('\r') < 0;
        return isPlain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
