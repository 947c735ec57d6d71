package dev.llmagents.team.svea.book;

import dev.llmagents.team.svea.book.Draft.Entry;
import dev.llmagents.team.svea.book.Draft.Kind;
import dev.llmagents.team.svea.book.Draft.Row;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Faults to plant in sound books, each with the rules of weight fel or varning that must find it and no others. */
enum Fault {
    UNBALANCED(
            "BFL-001 BFL-004",
            (draft, random) -> entry(draft, random, Kind.SALE).rows.get(0).ore += 1234),
    WRONG_CLOSING("BFL-002 BFL-004", (draft, random) -> draft.errors.merge("1930", 500_00L, Long::sum)),
    WRONG_RESULT("BFL-003 BFL-004", (draft, random) -> draft.errors.merge("5410", 731_00L, Long::sum)),
    SAME_NUMBER("BFL-007 BFL-008", (draft, random) -> {
        Entry entry = entry(draft, random, Kind.PURCHASE, candidate -> candidate.number > 1);
        entry.number--;
        draft.used.add(entry);
    }),
    GAP(
            "BFL-008",
            (draft, random) -> draft.entries.remove(entry(
                    draft,
                    random,
                    Kind.RECEIPT,
                    candidate -> candidate.number > 1 && candidate.number + 1 < draft.nextNumber(candidate.series)))),
    OUTSIDE_YEAR("BFL-009", (draft, random) -> {
        Entry entry = draft.plant(new Entry(Kind.PLANTED, "A", LocalDate.of(2025, 1, 15), "Hyra förråd"));
        entry.row("6110", 900_00).row("1930", -900_00);
    }),
    LATE("BFL-010", (draft, random) -> {
        Entry entry = entry(draft, random, Kind.PURCHASE, candidate -> !candidate.date.equals(Draft.END));
        entry.registered = YearMonth.from(entry.date).atEndOfMonth().plusDays(51 + random.nextInt(60));
    }),
    CASH_LATE("BFL-011", (draft, random) -> {
        Entry entry = entry(draft, random, Kind.CASH);
        entry.registered = Workdays.after(Workdays.after(entry.date));
    }),
    EARLY("BFL-012", (draft, random) -> {
        Entry entry = entry(
                draft,
                random,
                Kind.SALE,
                candidate ->
                        !candidate.date.equals(YearMonth.from(candidate.date).atEndOfMonth()));
        entry.registered = entry.date.minusDays(1 + random.nextInt(20));
    }),
    SILENT("BFL-013", (draft, random) -> entry(draft, random, Kind.PAYMENT).text = ""),
    EMPTY("BFL-014", (draft, random) -> draft.plant(new Entry(Kind.PLANTED, "A", Draft.END, "Tom"))),
    DOUBLE("BFL-017", (draft, random) -> {
        Entry entry = entry(draft, random, Kind.PURCHASE);
        Entry copy = draft.plant(new Entry(Kind.PLANTED, entry.series, entry.date, entry.text));
        entry.rows.forEach(row -> copy.row(row.account, row.ore));
    }),
    NEGATIVE_CASH("BFL-018", (draft, random) -> {
        Entry entry = draft.plant(new Entry(Kind.PLANTED, "A", LocalDate.of(2024, 11, 5), "Uttag ur kassan"));
        entry.registered = Workdays.after(entry.date);
        entry.row("1910", -900_000_000_00L).row("1930", 900_000_000_00L);
    }),
    QUIET_MONTH("BFL-022", (draft, random) -> {
        for (Entry entry : draft.entries) {
            if (entry.date.getMonthValue() == 5) {
                entry.date = LocalDate.of(2024, 6, 3);
                entry.registered = LocalDate.of(2024, 6, 4);
            }
        }
    }),
    UNSETTLED_TAX("BFL-025", (draft, random) -> carry(draft, "2710", 7_000_00)),
    UNSETTLED_VAT("ML-009", (draft, random) -> carry(draft, "2650", 9_000_00)),
    DISCONTINUITY("BFL-005", (draft, random) -> {
        draft.opening.merge("1220", 100_00L, Long::sum);
        draft.opening.merge("1930", -100_00L, Long::sum);
    }),
    RESULT_OPENING("BFL-006", (draft, random) -> draft.opening.put("3001", -10_00L)),
    UNDECLARED("SIE-013", (draft, random) -> {
        Entry entry = entry(draft, random, Kind.PURCHASE);
        entry.rows.get(0).account = "6199";
    }),
    DECLARED_TWICE("SIE-014", (draft, random) -> draft.extra.add("#KONTO 1930 \"Banken\"")),
    COMMA_AMOUNT("SIE-009", (draft, random) -> {
        Row row = entry(draft, random, Kind.SALE).rows.get(0);
        row.written = row.ore / 100 + ",00";
    }),
    NO_SUCH_DAY(
            "SIE-010", (draft, random) -> entry(draft, random, Kind.SALE).rows.get(0).date = "20240231"),
    UNKNOWN_LABEL("SIE-007", (draft, random) -> draft.extra.add("#MOMSKOD 1930 25")),
    OPEN_QUOTE(
            "SIE-008",
            (draft, random) -> entry(draft, random, Kind.RECEIPT).rows.get(0).tail = " \"öppen"),
    ROW_OUTSIDE("SIE-015", (draft, random) -> draft.extra.add("#TRANS 1930 {} 100.00")),
    ADDED_WITHOUT_COPY("SIE-016", (draft, random) -> {
        Row row = entry(draft, random, Kind.PAYMENT).rows.get(0);
        row.label = "#RTRANS";
        row.tail = " 0 \"AB\"";
    }),
    OUT_OF_ORDER("SIE-017", (draft, random) -> {
        Entry entry = entry(draft, random, Kind.SALE, candidate -> candidate.number > 1);
        draft.entries.remove(entry);
        draft.entries.add(0, entry);
    }),
    UNDECLARED_OBJECT(
            "SIE-018", (draft, random) -> entry(draft, random, Kind.CASH).rows.get(1).objects = "1 \"99\""),
    WRONG_TAX_YEAR("SIE-020", (draft, random) -> {
        draft.head.remove("#TAXAR 2025");
        draft.head.add("#TAXAR 2019");
    }),
    YEARS_APART("SIE-021", (draft, random) -> {
        draft.head.remove("#RAR -1 20230101 20231231");
        draft.head.add("#RAR -1 20221201 20231130");
    }),
    WRONG_TYPE("SIE-024", (draft, random) -> draft.types.put("5410", "T")),
    WRONG_CHECK_DIGIT("SIE-025", (draft, random) -> {
        draft.head.replaceAll(line -> line.replace("559900-1236", "559900-1235"));
    }),
    ODD_ACCOUNT("SIE-012", (draft, random) -> draft.chart.put("19301", "Underkonto")),
    WRONG_SUM("SIE-011", (draft, random) -> draft.checksum = "12345"),
    FLAG_LATE("SIE-002", (draft, random) -> draft.head.add(draft.head.remove(0))),
    NO_NAME("SIE-003", (draft, random) -> draft.head.removeIf(line -> line.startsWith("#FNAMN"))),
    UTF_8("SIE-005", (draft, random) -> draft.charset = StandardCharsets.UTF_8),
    MANGLED("SIE-006", (draft, random) -> draft.chart.put("1630", "Skattekonto f÷r skatter")),
    WRONG_VAT("ML-001", (draft, random) -> {
        Entry entry = entry(draft, random, Kind.SALE);
        entry.rows.get(0).ore += 77_00;
        entry.rows.get(2).ore -= 77_00;
    }),
    TOO_MUCH_INPUT_VAT("ML-002", (draft, random) -> {
        Entry entry = entry(draft, random, Kind.PURCHASE);
        entry.on("2641").ore += 50_00;
        entry.on("2440").ore -= 50_00;
    }),
    ONE_SIDED_REVERSE_CHARGE("ML-003", (draft, random) -> {
        Entry entry = entry(draft, random, Kind.EU);
        long vat = entry.on("2645").ore;
        entry.on("4535").ore += vat;
        entry.on("2645").ore = 0;
    }),
    BUILDING_WITH_VAT("ML-004", (draft, random) -> sale(draft, "3231", "Byggtjänst")),
    ABROAD_WITH_VAT("ML-005", (draft, random) -> sale(draft, "3308", "Konsulttjänst")),
    DEAR_LUNCH(
            "REP-001",
            (draft, random) -> draft.plant(new Entry(Kind.PLANTED, "L", Draft.END, "Lunch med kund, 2 personer"))
                    .row("6071", 2_000_00)
                    .row("2641", 240_00)
                    .row("2440", -2_240_00));

    private final Set<String> rules;
    private final BiConsumer<Draft, Random> planting;

    Fault(String rules, BiConsumer<Draft, Random> planting) {
        this.rules = new TreeSet<>(List.of(rules.split(" ", -1)));
        this.planting = planting;
    }

    /** The rules that must find it. */
    Set<String> rules() {
        return rules;
    }

    void plant(Draft draft, Random random) {
        planting.accept(draft, random);
    }

    /** An amount that was there before the year and is never settled. */
    private static void carry(Draft draft, String account, long ore) {
        draft.opening.merge(account, -ore, Long::sum);
        draft.opening.merge("1930", ore, Long::sum);
        draft.before.clear();
        draft.before.putAll(draft.opening);
    }

    private static void sale(Draft draft, String account, String text) {
        draft.plant(new Entry(Kind.PLANTED, "B", Draft.END, text))
                .row("1510", 12_500_00)
                .row(account, -10_000_00)
                .row("2611", -2_500_00);
    }

    private static Entry entry(Draft draft, Random random, Kind kind) {
        return entry(draft, random, kind, candidate -> true);
    }

    /** An entry of that kind that no other fault touched, nor its neighbours in the series. */
    private static Entry entry(Draft draft, Random random, Kind kind, Predicate<Entry> wish) {
        List<Entry> candidates = draft.entries.stream()
                .filter(entry -> entry.kind == kind && wish.test(entry))
                .filter(entry -> draft.used.stream()
                        .noneMatch(
                                used -> used.series.equals(entry.series) && Math.abs(used.number - entry.number) <= 1))
                .toList();
        Entry chosen = candidates.get(random.nextInt(candidates.size()));
        draft.used.add(chosen);
        return chosen;
    }
}
