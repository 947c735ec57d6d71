package dev.llmagents.team.svea.sie;

import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.document.UnreadableInputException.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads one SIE 1 to 4 file, line by line over its bytes. Used once. */
final class LabelledReader {
    /** What may stand in a file: beyond it neither a book nor its owner's memory is ordinary. */
    private static final int MOST_RECORDS = 6_000_000;

    private static final byte END_OF_FILE = 0x1A;

    private final String name;
    private final byte[] bytes;
    private final SieEncoding encoding;
    private final NoteLog notes = new NoteLog();
    private final TextPool pool;
    private final LineFields fields;
    private final AmountReader amounts = new AmountReader();
    private final DateReader dates = new DateReader();
    private final ChecksumReader checksum;
    private final HeaderReader header = new HeaderReader();
    private final ChartReader chart = new ChartReader(notes);
    private final VoucherReader vouchers = new VoucherReader(notes);
    private final List<FiscalYear> years = new ArrayList<>();
    private final List<SieDimension> dimensions = new ArrayList<>();
    private final List<SieObject> objects = new ArrayList<>();
    private final List<SieBalance> balances = new ArrayList<>();
    private final SortedMap<String, LabelUse> labels = new TreeMap<>();
    private final Map<String, List<ObjectRef>> objectLists = new HashMap<>();
    private final Map<SieLabel, int[]> uses = new EnumMap<>(SieLabel.class);
    private int line;
    private int records;

    LabelledReader(String name, byte[] bytes, SieEncoding encoding) {
        this.name = name;
        this.bytes = bytes;
        this.encoding = encoding;
        SieEncoding read = encoding == SieEncoding.UTF_16 ? SieEncoding.UTF_8 : encoding;
        this.pool = new TextPool(bytes, read.charset(), this::checkLetters);
        this.fields = new LineFields(bytes);
        this.checksum = new ChecksumReader(bytes);
    }

    SieFile read() throws UnreadableInputException {
        int at = EncodingDetector.markLength(bytes);
        while (at < bytes.length) {
            int end = at;
            while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            line++;
            line(at, end);
            at = end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n' ? end + 2 : end + 1;
        }
        vouchers.end(line);
        if (checksum.isOpen()) {
            throw new UnreadableInputException(
                    Reason.DAMAGED,
                    name + " is cut off: it begins with a #KSUMMA, but the one that must end it is missing; export it"
                            + " again.");
        }
        uses.forEach((label, use) -> labels.put(label.name(), new LabelUse(use[0], use[1])));
        return new SieFile(
                name,
                type(),
                encoding,
                header.header(),
                years,
                chart.accounts(),
                dimensions,
                objects,
                balances,
                vouchers.vouchers(),
                labels,
                checksum.result(),
                notes.notes(),
                notes.counts(),
                line);
    }

    private void line(int from, int end) throws UnreadableInputException {
        int at = from;
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        if (at == end) {
            return;
        }
        if (bytes[at] == '#') {
            int to = at + 1;
            while (to < end && bytes[to] != ' ' && bytes[to] != '\t' && bytes[to] != '"' && bytes[to] != '{') {
                to++;
            }
            record(at, to, end);
        } else if (bytes[at] == '{') {
            vouchers.open(line);
        } else if (bytes[at] == '}') {
            vouchers.close(line);
        } else if (bytes[at] != END_OF_FILE) {
            notes.add("SIE-008", line, pool.get(at, Math.min(end, at + 80), false), "raden börjar inte med en etikett");
        }
    }

    private void record(int from, int to, int end) throws UnreadableInputException {
        if (++records > MOST_RECORDS) {
            throw new UnreadableInputException(
                    Reason.TOO_LARGE,
                    name + " is too large: at most " + MOST_RECORDS
                            + " records of a SIE file are read; export one fiscal" + " year at a time.");
        }
        String text = pool.get(from + 1, to, false);
        SieLabel label = SieLabel.of(text);
        fields.split(to, end);
        if (label != SieLabel.KSUMMA) {
            checksum.label(from, to);
            checksum.fields(fields);
        }
        if (label == SieLabel.UNKNOWN) {
            notes.add("SIE-007", line, "#" + text, "okänd etikett");
            return;
        }
        count(label);
        fault(label);
        take(label);
    }

    private void count(SieLabel label) {
        int[] use = uses.get(label);
        if (use == null) {
            use = new int[] {line, 0};
            uses.put(label, use);
        }
        use[1]++;
    }

    private void fault(SieLabel label) {
        switch (fields.fault()) {
            case NONE -> {}
            case OPEN_QUOTE -> notes.add("SIE-008", line, "#" + label, "citattecknet avslutas inte");
            case OPEN_BRACE -> {
                if (label != SieLabel.VER) {
                    notes.add("SIE-008", line, "#" + label, "klammern avslutas inte");
                }
            }
            case CONTROL_CHARACTER -> notes.add("SIE-008", line, "#" + label, "styrtecken i text");
        }
    }

    private void take(SieLabel label) {
        switch (label) {
            case FLAGGA, PROGRAM, FORMAT, SIETYP, PROSA, FTYP, FNR, ORGNR, BKOD, ADRESS, FNAMN, TAXAR, KPTYP, VALUTA ->
                header.put(label, texts());
            case GEN -> {
                header.put(label, texts());
                header.generated(day(0, label, false));
            }
            case OMFATTN -> header.coveredTo(day(0, label, true));
            case RAR -> year();
            case KONTO -> chart.account(text(0), text(1), line);
            case KTYP -> chart.type(text(0), text(1), line);
            case ENHET -> chart.unit(text(0), text(1));
            case SRU -> chart.sru(text(0), text(1));
            case DIM -> dimensions.add(new SieDimension(text(0), text(1).strip(), Optional.empty(), line));
            case UNDERDIM -> dimensions.add(new SieDimension(text(0), text(1).strip(), Optional.of(text(2)), line));
            case OBJEKT -> objects.add(new SieObject(text(0), text(1), text(2).strip(), line));
            case IB -> balance(SieBalance.Kind.IB, false, false);
            case UB -> balance(SieBalance.Kind.UB, false, false);
            case RES -> balance(SieBalance.Kind.RES, false, false);
            case OIB -> balance(SieBalance.Kind.OIB, false, true);
            case OUB -> balance(SieBalance.Kind.OUB, false, true);
            case PSALDO -> balance(SieBalance.Kind.PSALDO, true, true);
            case PBUDGET -> balance(SieBalance.Kind.PBUDGET, true, true);
            case VER -> voucher();
            case TRANS -> vouchers.row(row(SieRow.Kind.TRANS, label));
            case RTRANS -> vouchers.row(row(SieRow.Kind.ADDED, label));
            case BTRANS -> vouchers.row(row(SieRow.Kind.STRUCK, label));
            case KSUMMA -> checksum.record(text(0), line, encoding == SieEncoding.CP437);
            case UNKNOWN -> {}
        }
    }

    private String text(int field) {
        return field < fields.count() ? pool.get(fields.from(field), fields.to(field), fields.isEscaped(field)) : "";
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>(fields.count());
        for (int i = 0; i < fields.count(); i++) {
            texts.add(text(i));
        }
        return texts;
    }

    private boolean isEmpty(int field) {
        return field >= fields.count() || fields.from(field) >= fields.to(field);
    }

    private Optional<LocalDate> day(int field, SieLabel label, boolean isRequired) {
        if (isEmpty(field)) {
            if (isRequired) {
                notes.add("SIE-010", line, "", "datum saknas i #" + label);
            }
            return Optional.empty();
        }
        Optional<LocalDate> day = dates.read(bytes, fields.from(field), fields.to(field));
        if (day.isEmpty()) {
            notes.add("SIE-010", line, text(field), "i #" + label);
        }
        return day;
    }

    private void year() {
        if (isEmpty(1) && isEmpty(2)) {
            notes.add("SIE-010", line, "", "datum saknas i #RAR");
            return;
        }
        Optional<LocalDate> start = day(1, SieLabel.RAR, true);
        Optional<LocalDate> end = day(2, SieLabel.RAR, true);
        int number = number(0);
        if (start.isPresent() && end.isPresent() && number <= 0) {
            if (end.get().isBefore(start.get())) {
                notes.add("SIE-010", line, text(2), "räkenskapsåret slutar före sin början");
            } else if (years.stream().noneMatch(year -> year.number() == number)) {
                years.add(new FiscalYear(number, start.get(), end.get(), line));
            }
        }
    }

    /** A small whole number, possibly negative; noted, and 1 (which is no year), if it is none. */
    private int number(int field) {
        if (!isEmpty(field)) {
            int from = fields.from(field);
            boolean negative = bytes[from] == '-';
            int value = DateReader.digits(bytes, negative ? from + 1 : from, fields.to(field));
            if (value >= 0) {
                return negative ? -value : value;
            }
        }
        notes.add("SIE-008", line, text(field), "årsnumret är inget tal");
        return 1;
    }

    private void balance(SieBalance.Kind kind, boolean hasPeriod, boolean mayHaveObjects) {
        int year = number(0);
        int field = 1;
        int period = 0;
        if (hasPeriod) {
            period = period(field++);
        }
        String account = text(field++);
        List<ObjectRef> references = List.of();
        // Early programs leave the braces out where there is no object.
        if (mayHaveObjects && field < fields.count() && fields.isList(field)) {
            references = objects(field++);
        }
        amount(field, kind.name());
        balances.add(new SieBalance(
                kind, year, period, account, references, amounts.ore(), text(field + 1), amounts.isRead(), line));
    }

    private int period(int field) {
        int period = isEmpty(field) ? -1 : DateReader.digits(bytes, fields.from(field), fields.to(field));
        boolean isMonth = period >= 100001 && period <= 999912 && period % 100 >= 1 && period % 100 <= 12;
        if (!isMonth) {
            notes.add("SIE-010", line, text(field), "perioden är ingen månad");
        }
        return isMonth ? period : 0;
    }

    private void amount(int field, String label) {
        int from = field < fields.count() ? fields.from(field) : 0;
        int to = field < fields.count() ? fields.to(field) : 0;
        amounts.read(bytes, from, to);
        if (!amounts.isWellFormed()) {
            notes.add("SIE-009", line, text(field), "i #" + label + (amounts.isRead() ? "" : ", räknas inte"));
        }
    }

    private List<ObjectRef> objects(int field) {
        int from = fields.from(field);
        int to = fields.to(field);
        if (from >= to) {
            return List.of();
        }
        return objectLists.computeIfAbsent(pool.get(from, to, false), any -> parsed(from, to));
    }

    private List<ObjectRef> parsed(int from, int to) {
        LineFields items = new LineFields(bytes);
        items.split(from, to);
        List<ObjectRef> references = new ArrayList<>();
        for (int i = 0; i + 1 < items.count(); i += 2) {
            references.add(new ObjectRef(
                    pool.get(items.from(i), items.to(i), items.isEscaped(i)),
                    pool.get(items.from(i + 1), items.to(i + 1), items.isEscaped(i + 1))));
        }
        if (items.count() % 2 != 0) {
            notes.add("SIE-008", line, pool.get(from, to, false), "objektlistan har ett udda antal fält");
        }
        return List.copyOf(references);
    }

    private void voucher() {
        Optional<LocalDate> date = day(2, SieLabel.VER, true);
        Optional<LocalDate> registered = day(4, SieLabel.VER, false);
        boolean opened = fields.fault() == LineFields.Fault.OPEN_BRACE;
        if (opened) {
            notes.add("SIE-008", line, "{", "klammern står på samma rad som #VER");
        }
        vouchers.begin(text(0), text(1), date, listless(3), registered, listless(5), line);
        if (opened) {
            vouchers.open(line);
        }
    }

    private String listless(int field) {
        return field < fields.count() && fields.isList(field) ? "" : text(field);
    }

    private SieRow row(SieRow.Kind kind, SieLabel label) {
        String account = text(0);
        int field = 1;
        List<ObjectRef> references = List.of();
        if (fields.count() > 1 && fields.isList(1)) {
            references = objects(1);
            field = 2;
        } else {
            notes.add("SIE-008", line, "#" + label, "objektlistan saknas");
        }
        amount(field, label.name());
        return new SieRow(
                kind,
                account,
                references,
                amounts.ore(),
                day(field + 1, label, false),
                text(field + 2),
                text(field + 3),
                text(field + 4),
                amounts.isRead(),
                line);
    }

    private void checkLetters(String text) {
        if (Mojibake.isIn(text)) {
            notes.add("SIE-006", line, text, "");
        }
    }

    private SieType type() {
        String declared = header.text(SieLabel.SIETYP, 0);
        return switch (declared) {
            case "2" -> SieType.PERIOD_BALANCES;
            case "3" -> SieType.OBJECT_BALANCES;
            case "4", "4E", "4I" -> declared.equals("4I") || !hasBalances() ? SieType.IMPORT : SieType.TRANSACTIONS;
            case "1", "" ->
                vouchers.vouchers().isEmpty() || !declared.isEmpty()
                        ? SieType.YEAR_BALANCES
                        : hasBalances() ? SieType.TRANSACTIONS : SieType.IMPORT;
            default -> SieType.YEAR_BALANCES;
        };
    }

    /** An export has balances, a file from a pre-system may not have them (section 6). */
    private boolean hasBalances() {
        return balances.stream()
                .anyMatch(balance -> balance.kind() == SieBalance.Kind.IB
                        || balance.kind() == SieBalance.Kind.UB
                        || balance.kind() == SieBalance.Kind.RES);
    }
}
