package dev.llmagents.team.svea.book;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** Books that a test makes, faults and all, and writes as a SIE 4E file. Amounts in öre. */
final class Draft {
    static final LocalDate START = LocalDate.of(2024, 1, 1);
    static final LocalDate END = LocalDate.of(2024, 12, 31);

    /** What an entry is of; faults look for one of a kind. */
    enum Kind {
        SALE,
        RECEIPT,
        PURCHASE,
        PAYMENT,
        EU,
        CASH,
        OTHER,
        PLANTED
    }

    static final class Row {
        String label = "#TRANS";
        String account;
        String objects = "";
        long ore;
        String written = "";
        String date = "";
        String text = "";
        String tail = "";

        Row(String account, long ore) {
            this.account = account;
            this.ore = ore;
        }
    }

    static final class Entry {
        final Kind kind;
        final String series;
        int number;
        LocalDate date;
        LocalDate registered;
        String text;
        final List<Row> rows = new ArrayList<>();

        Entry(Kind kind, String series, LocalDate date, String text) {
            this.kind = kind;
            this.series = series;
            this.date = date;
            this.registered = date.plusDays(1);
            this.text = text;
        }

        Entry row(String account, long ore) {
            rows.add(new Row(account, ore));
            return this;
        }

        Row on(String account) {
            return rows.stream()
                    .filter(row -> row.account.equals(account))
                    .findFirst()
                    .orElseThrow();
        }
    }

    final List<Entry> entries = new ArrayList<>();
    final Map<String, String> chart = new TreeMap<>();
    final Map<String, String> types = new TreeMap<>();
    final Map<String, Long> opening = new TreeMap<>();
    final Map<String, Long> before = new TreeMap<>();
    final Map<String, Long> errors = new HashMap<>();
    final Map<String, Long> lastResults = new TreeMap<>();
    final List<String> head = new ArrayList<>();
    final List<String> extra = new ArrayList<>();
    final Set<Entry> used = new HashSet<>();
    Charset charset = Charset.forName("IBM437");
    boolean isChecked = true;
    String checksum = "";

    int nextNumber(String series) {
        return entries.stream()
                        .filter(entry -> entry.series.equals(series))
                        .mapToInt(entry -> entry.number)
                        .max()
                        .orElse(0)
                + 1;
    }

    /** Adds an entry behind all others of its series. */
    Entry plant(Entry entry) {
        entry.number = nextNumber(entry.series);
        entries.add(entry);
        used.add(entry);
        return entry;
    }

    byte[] bytes() {
        List<String> lines = new ArrayList<>(head);
        if (isChecked) {
            lines.add(1, "#KSUMMA");
        }
        chart.forEach((number, name) -> {
            lines.add("#KONTO " + number + " " + quoted(name));
            lines.add("#KTYP " + number + " " + types.getOrDefault(number, type(number)));
        });
        lines.addAll(extra);
        Map<String, Long> closing = new TreeMap<>(opening);
        Map<String, Long> results = new TreeMap<>();
        for (Entry entry : entries) {
            if (!entry.date.isBefore(START) && !entry.date.isAfter(END)) {
                for (Row row : entry.rows) {
                    if (!row.label.equals("#BTRANS")) {
                        (row.account.charAt(0) <= '2' ? closing : results).merge(row.account, row.ore, Long::sum);
                    }
                }
            }
        }
        errors.forEach((account, ore) -> (account.charAt(0) <= '2' ? closing : results).merge(account, ore, Long::sum));
        before.forEach((account, ore) -> lines.add("#UB -1 " + account + " " + text(ore)));
        lastResults.forEach((account, ore) -> lines.add("#RES -1 " + account + " " + text(ore)));
        opening.forEach((account, ore) -> lines.add("#IB 0 " + account + " " + text(ore)));
        closing.forEach((account, ore) -> {
            if (account.charAt(0) <= '2') {
                lines.add("#UB 0 " + account + " " + text(ore));
            }
        });
        results.forEach((account, ore) -> lines.add("#RES 0 " + account + " " + text(ore)));
        entries.forEach(entry -> voucher(entry, lines));
        if (isChecked) {
            lines.add("#KSUMMA " + (checksum.isEmpty() ? Long.toString(checksumOf(lines)) : checksum));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String line : lines) {
            out.writeBytes((line + "\r\n").getBytes(charset));
        }
        return out.toByteArray();
    }

    private static void voucher(Entry entry, List<String> lines) {
        lines.add("#VER " + entry.series + " " + entry.number + " " + day(entry.date) + " " + quoted(entry.text) + " "
                + day(entry.registered) + " \"AB\"");
        lines.add("{");
        for (Row row : entry.rows) {
            String amount = row.written.isEmpty() ? text(row.ore) : row.written;
            String date = row.date.isEmpty() ? day(entry.date) : row.date;
            lines.add("   " + row.label + " " + row.account + " {" + row.objects + "} " + amount + " " + date + " "
                    + quoted(row.text) + row.tail);
        }
        lines.add("}");
    }

    /** Over what a plain writer here writes: no field holds a brace or a quotation mark of its own. */
    private long checksumOf(List<String> lines) {
        CRC32 crc = new CRC32();
        for (String line : lines.subList(2, lines.size())) {
            if (line.strip().startsWith("#")) {
                boolean inQuotes = false;
                for (byte one : line.strip().getBytes(charset)) {
                    if (one == '"') {
                        inQuotes = !inQuotes;
                    } else if (inQuotes || (one != ' ' && one != '{' && one != '}')) {
                        crc.update(one);
                    }
                }
            }
        }
        return crc.getValue();
    }

    private static String type(String number) {
        return switch (number.charAt(0)) {
            case '1' -> "T";
            case '2' -> "S";
            case '3' -> "I";
            default -> "K";
        };
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static String text(long ore) {
        return BigDecimal.valueOf(ore, 2).toPlainString();
    }

    static String day(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
