package dev.llmagents.team.svea.book;

import dev.llmagents.team.svea.book.Draft.Entry;
import dev.llmagents.team.svea.book.Draft.Kind;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * The books of an invented limited company for the year 2024, sound by every rule: sales at three rates, purchases, EU
 * services, cash, salaries, taxes and VAT returns. The same size and seed give the same books.
 */
final class SyntheticBooks {
    private static final String[] CUSTOMERS = {
        "Björkens Bygg AB", "Åkes Måleri", "Östra Förskolan", "Café Räven", "Nordvik AB"
    };
    private static final String[] SUPPLIERS = {
        "Grossisten i Växjö", "Kontorsvaror Väst", "Städ & Fönster AB", "Elkraft Öst"
    };
    private static final String[] COSTS = {"4010", "5410", "6110", "6212"};
    private static final String[][] RATES = {{"3001", "2611", "25"}, {"3002", "2621", "12"}, {"3003", "2631", "6"}};
    private static final String[] VAT = {"2611", "2614", "2621", "2631", "2641", "2645"};

    private final Draft draft = new Draft();
    private final Random random;
    private final int size;
    private final Deque<Long> receivables = new ArrayDeque<>();
    private final Deque<Long> payables = new ArrayDeque<>();
    private int invoice = 1000;
    private int bill = 500;

    private SyntheticBooks(int size, long seed) {
        this.size = size;
        this.random = new Random(seed);
    }

    /** Sound books of {@code size} vouchers. */
    static Draft of(int size, long seed) {
        return new SyntheticBooks(size, seed).make();
    }

    private Draft make() {
        head();
        chart();
        opening();
        // Books too small for a payroll have none.
        boolean hasRoutine = size >= 100;
        int routine = hasRoutine ? routine() : 0;
        int events = size - routine - (hasRoutine ? returns() : 0);
        for (int i = 0; i < events; i++) {
            event(Draft.START.plusDays((long) i * 366 / events), i);
        }
        if (hasRoutine) {
            vat();
        }
        draft.entries.sort(Comparator.comparing(entry -> entry.date));
        Map<String, Integer> numbers = new HashMap<>();
        for (Entry entry : draft.entries) {
            entry.number = numbers.merge(entry.series, 1, Integer::sum);
        }
        return draft;
    }

    private void head() {
        draft.head.add("#FLAGGA 0");
        draft.head.add("#PROGRAM \"Syntetiska böcker\" 1.0");
        draft.head.add("#FORMAT PC8");
        draft.head.add("#GEN 20250115 \"AB\"");
        draft.head.add("#SIETYP 4");
        draft.head.add("#FTYP AB");
        draft.head.add("#ORGNR 559900-1236");
        draft.head.add("#FNAMN \"Fjärilens Trävaror AB\"");
        draft.head.add("#ADRESS \"Åsa Öberg\" \"Storgatan 1\" \"123 45 Småstad\" \"\"");
        draft.head.add("#RAR 0 20240101 20241231");
        draft.head.add("#RAR -1 20230101 20231231");
        draft.head.add("#TAXAR 2025");
        draft.head.add("#KPTYP BAS2024");
        draft.extra.add("#DIM 1 \"Kostnadsställe\"");
        draft.extra.add("#OBJEKT 1 \"10\" \"Verkstad\"");
        draft.extra.add("#OBJEKT 1 \"20\" \"Butik\"");
    }

    private void chart() {
        String[] accounts = {
            "1220 Inventarier",
            "1510 Kundfordringar",
            "1630 Skattekonto",
            "1910 Kassa",
            "1930 Företagskonto",
            "2081 Aktiekapital",
            "2091 Balanserad vinst",
            "2099 Årets resultat",
            "2440 Leverantörsskulder",
            "2611 Utgående moms 25 %",
            "2614 Utgående moms omvänd 25 %",
            "2621 Utgående moms 12 %",
            "2631 Utgående moms 6 %",
            "2641 Ingående moms",
            "2645 Beräknad ingående moms",
            "2650 Redovisningskonto för moms",
            "2710 Personalskatt",
            "2731 Arbetsgivaravgifter",
            "3001 Försäljning 25 %",
            "3002 Försäljning 12 %",
            "3003 Försäljning 6 %",
            "3231 Bygg, omvänd moms",
            "3308 Tjänster EU",
            "3740 Öresutjämning",
            "4010 Inköp varor",
            "4535 Tjänster EU 25 %",
            "5410 Förbrukningsinventarier",
            "6071 Representation, avdragsgill",
            "6110 Kontorsmaterial",
            "6212 Mobiltelefon",
            "7010 Löner",
            "7510 Arbetsgivaravgifter",
            "8999 Årets resultat"
        };
        for (String account : accounts) {
            draft.chart.put(account.substring(0, 4), account.substring(5));
        }
    }

    private void opening() {
        long bank = 2_000_000_00L + size * 10_000_00L;
        draft.opening.put("1220", 150_000_00L);
        draft.opening.put("1910", 5_000_00L);
        draft.opening.put("1930", bank);
        draft.opening.put("2081", -50_000_00L);
        draft.opening.put("2099", -120_000_00L);
        draft.opening.put("2091", -(150_000_00L + 5_000_00L + bank - 50_000_00L - 120_000_00L));
        draft.before.putAll(draft.opening);
        draft.lastResults.put("3001", -900_000_00L);
        draft.lastResults.put("4010", 780_000_00L);
        draft.lastResults.put("8999", 120_000_00L);
    }

    private Entry add(Kind kind, String series, LocalDate date, String text) {
        Entry entry = new Entry(kind, series, date, text);
        entry.registered = kind == Kind.CASH ? Workdays.after(date) : date.plusDays(random.nextInt(12));
        draft.entries.add(entry);
        return entry;
    }

    private void event(LocalDate date, int index) {
        switch (index % 8) {
            case 0, 4 -> sale(date);
            case 1, 5 -> purchase(date);
            case 2 -> receipt(date);
            case 3 -> eu(date);
            case 6 -> payment(date);
            default -> cash(date);
        }
    }

    private long amount(int most) {
        return (random.nextInt(most) + 1) * 100_00L;
    }

    private void sale(LocalDate date) {
        String[] rate = RATES[random.nextInt(RATES.length)];
        long net = amount(200);
        long vat = net * Integer.parseInt(rate[2]) / 100;
        Entry entry = add(
                Kind.SALE, "B", date, "Kundfaktura " + ++invoice + " " + CUSTOMERS[random.nextInt(CUSTOMERS.length)]);
        entry.row("1510", net + vat).row(rate[0], -net).row(rate[1], -vat);
        entry.on(rate[0]).objects = "\"1\" \"" + (random.nextBoolean() ? "10" : "20") + "\"";
        receivables.add(net + vat);
    }

    private void receipt(LocalDate date) {
        Long owed = receivables.poll();
        if (owed == null) {
            sale(date);
            return;
        }
        // A customer who pays whole kronor leaves öre behind.
        long rounding = random.nextInt(3) == 0 ? 40 : 0;
        Entry entry = add(Kind.RECEIPT, "A", date, "Inbetalning " + draft.entries.size());
        entry.row("1930", owed - rounding).row("1510", -owed);
        if (rounding != 0) {
            entry.row("3740", rounding);
        }
    }

    private void purchase(LocalDate date) {
        long net = amount(60);
        Entry entry = add(
                Kind.PURCHASE,
                "L",
                date,
                "Leverantörsfaktura " + ++bill + " " + SUPPLIERS[random.nextInt(SUPPLIERS.length)]);
        entry.row(COSTS[random.nextInt(COSTS.length)], net).row("2641", net / 4).row("2440", -net - net / 4);
        entry.rows.get(0).objects = "1 \"10\"";
        payables.add(net + net / 4);
    }

    private void payment(LocalDate date) {
        Long owed = payables.poll();
        if (owed == null) {
            purchase(date);
            return;
        }
        add(Kind.PAYMENT, "A", date, "Betalning till leverantör " + draft.entries.size())
                .row("2440", owed)
                .row("1930", -owed);
    }

    private void eu(LocalDate date) {
        long net = amount(30);
        add(Kind.EU, "L", date, "Tjänst från EU, faktura " + ++bill)
                .row("4535", net)
                .row("2440", -net)
                .row("2645", net / 4)
                .row("2614", -net / 4);
        payables.add(net);
    }

    private void cash(LocalDate date) {
        long net = amount(10);
        add(Kind.CASH, "A", date, "Kontantförsäljning, dagsrapport " + draft.entries.size())
                .row("1910", net + net / 4)
                .row("3001", -net)
                .row("2611", -net / 4);
    }

    private int routine() {
        int before = draft.entries.size();
        for (int month = 1; month <= 12; month++) {
            LocalDate payday = LocalDate.of(2024, month, 25);
            add(Kind.OTHER, "A", payday, "Löner månad " + month)
                    .row("7010", 80_000_00)
                    .row("2710", -24_000_00)
                    .row("1930", -56_000_00)
                    .row("7510", 25_136_00)
                    .row("2731", -25_136_00);
            if (month > 1) {
                add(Kind.OTHER, "A", LocalDate.of(2024, month, 12), "Skatter och avgifter månad " + (month - 1))
                        .row("2710", 24_000_00)
                        .row("2731", 25_136_00)
                        .row("1930", -49_136_00);
            }
        }
        return draft.entries.size() - before;
    }

    private static int returns() {
        return 12 + 11;
    }

    /** A return for each month, on its last day, paid in the month after. */
    private void vat() {
        for (int month = 1; month <= 12; month++) {
            LocalDate first = LocalDate.of(2024, month, 1);
            LocalDate last = first.plusMonths(1).minusDays(1);
            Map<String, Long> sums = new HashMap<>();
            for (Entry entry : draft.entries) {
                if (entry.date.getMonthValue() == month) {
                    entry.rows.forEach(row -> sums.merge(row.account, row.ore, Long::sum));
                }
            }
            Entry entry = add(Kind.OTHER, "A", last, "Momsredovisning månad " + month);
            long owed = 0;
            for (String account : VAT) {
                long sum = sums.getOrDefault(account, 0L);
                entry.row(account, -sum);
                owed += sum;
            }
            entry.row("2650", owed);
            if (month < 12) {
                add(Kind.OTHER, "A", first.plusMonths(1).withDayOfMonth(26), "Moms betald månad " + month)
                        .row("2650", -owed)
                        .row("1930", owed);
            }
        }
    }
}
