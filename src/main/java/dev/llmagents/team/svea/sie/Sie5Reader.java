package dev.llmagents.team.svea.sie;

import dev.llmagents.document.SafeXml;
import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.document.UnreadableInputException.Reason;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads SIE 5 (2016-12-09), {@code Sie} and {@code SieEntry}, into the model of SIE 4. Opening balances of the first month of
 * a year become IB, closing ones of its last UB, or RES on accounts of cost and income. Signatures are not verified. Used once.
 */
final class Sie5Reader {
    private static final int MOST_ELEMENTS = 6_000_000;

    private record Balance(String account, boolean isOpening, YearMonth month, long ore, boolean isRead, int line) {}

    private final String name;
    private final XMLStreamReader xml;
    private final NoteLog notes = new NoteLog();
    private final AmountReader amounts = new AmountReader();
    private final HeaderReader header = new HeaderReader();
    private final ChartReader chart = new ChartReader(notes);
    private final VoucherReader vouchers = new VoucherReader(notes);
    private final List<FiscalYear> years = new ArrayList<>();
    private final List<SieDimension> dimensions = new ArrayList<>();
    private final List<SieObject> objects = new ArrayList<>();
    private final List<Balance> balances = new ArrayList<>();
    private final Map<String, String> types = new TreeMap<>();
    private String account = "";
    private String dimension = "";
    private String series = "";
    private Optional<SieRow> row = Optional.empty();
    private List<ObjectRef> references = new ArrayList<>();
    private boolean isStruck;
    private boolean isEntry;
    private LocalDate primary = LocalDate.MIN;
    private Optional<LocalDate> entryDate = Optional.empty();
    private String entryId = "";
    private String entryText = "";
    private int entryLine;
    private boolean hasBegun;

    private Sie5Reader(String name, XMLStreamReader xml) {
        this.name = name;
        this.xml = xml;
    }

    static SieFile read(String name, byte[] bytes) throws UnreadableInputException {
        try {
            return new Sie5Reader(name, SafeXml.reader(new ByteArrayInputStream(bytes))).read();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new UnreadableInputException(
                    Reason.DAMAGED,
                    name + " is a SIE 5 file whose XML is broken" + (line > 0 ? " at line " + line : "")
                            + ": export it again.",
                    e);
        }
    }

    private SieFile read() throws XMLStreamException, UnreadableInputException {
        int elements = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (++elements > MOST_ELEMENTS) {
                    throw new UnreadableInputException(
                            Reason.TOO_LARGE,
                            name + " is too large: at most " + MOST_ELEMENTS
                                    + " elements of a SIE 5 file are read; export" + " one fiscal year at a time.");
                }
                start(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(xml.getLocalName());
            }
        }
        types.forEach((number, type) -> chart.type(number, type, 0));
        numberYears();
        return new SieFile(
                name,
                isEntry ? SieType.SIE5_ENTRY : SieType.SIE5,
                SieEncoding.UTF_8,
                header.header(),
                years,
                chart.accounts(),
                dimensions,
                objects,
                balances(),
                vouchers.vouchers(),
                new TreeMap<>(),
                SieChecksum.ABSENT,
                notes.notes(),
                notes.counts(),
                line());
    }

    private int line() {
        return Math.max(1, xml.getLocation().getLineNumber());
    }

    private String attribute(String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        return value == null ? "" : value.strip();
    }

    private void start(String element) {
        switch (element) {
            case "SieEntry" -> isEntry = true;
            case "SoftwareProduct" -> header.put(SieLabel.PROGRAM, List.of(attribute("name"), attribute("version")));
            case "FileCreation" -> {
                header.put(SieLabel.GEN, List.of("", attribute("by")));
                header.generated(
                        day(attribute("time").length() > 10 ? attribute("time").substring(0, 10) : attribute("time")));
            }
            case "Company" -> {
                header.put(SieLabel.ORGNR, List.of(attribute("organizationId")));
                header.put(SieLabel.FNAMN, List.of(attribute("name")));
                header.put(SieLabel.FNR, List.of(attribute("clientId")));
            }
            case "AccountingCurrency" -> header.put(SieLabel.VALUTA, List.of(attribute("currency")));
            case "FiscalYear" -> fiscalYear();
            case "Account" -> account();
            case "OpeningBalance", "ClosingBalance" -> balance(element.equals("OpeningBalance"));
            case "Dimension" -> {
                dimension = attribute("id");
                dimensions.add(new SieDimension(dimension, attribute("name"), Optional.empty(), line()));
            }
            case "Object" -> objects.add(new SieObject(dimension, attribute("id"), attribute("name"), line()));
            case "Journal" -> series = attribute("id");
            case "JournalEntry" -> journalEntry();
            case "EntryInfo", "OriginalEntryInfo" -> begin(day(attribute("date")), attribute("by"));
            case "LedgerEntry" -> ledgerEntry();
            case "ObjectReference" -> references.add(new ObjectRef(attribute("dimId"), attribute("objectId")));
            case "Overstrike" -> isStruck = true;
            default -> {}
        }
    }

    private void end(String element) {
        switch (element) {
            case "LedgerEntry" ->
                row.ifPresent(read -> {
                    begin(Optional.empty(), "");
                    vouchers.row(new SieRow(
                            isStruck ? SieRow.Kind.STRUCK : SieRow.Kind.TRANS,
                            read.account(),
                            List.copyOf(references),
                            read.ore(),
                            read.date(),
                            read.text(),
                            read.quantity(),
                            "",
                            read.isRead(),
                            read.line()));
                    row = Optional.empty();
                });
            case "JournalEntry" -> {
                begin(Optional.empty(), "");
                vouchers.close(line());
            }
            default -> {}
        }
    }

    private void fiscalYear() {
        Optional<LocalDate> start = month(attribute("start")).map(month -> month.atDay(1));
        Optional<LocalDate> end = month(attribute("end")).map(YearMonth::atEndOfMonth);
        if (start.isPresent() && end.isPresent() && !end.get().isBefore(start.get())) {
            if (attribute("primary").equals("true") || attribute("primary").equals("1")) {
                primary = start.get();
            }
            years.add(new FiscalYear(0, start.get(), end.get(), line()));
        }
    }

    private void numberYears() {
        years.sort(Comparator.comparing(FiscalYear::start).reversed());
        int own = 0;
        for (int i = 0; i < years.size(); i++) {
            own = years.get(i).start().equals(primary) ? i : own;
        }
        List<FiscalYear> numbered = new ArrayList<>();
        for (int i = own; i < years.size(); i++) {
            FiscalYear year = years.get(i);
            numbered.add(new FiscalYear(own - i, year.start(), year.end(), year.line()));
        }
        years.clear();
        years.addAll(numbered);
    }

    private void account() {
        account = attribute("id");
        chart.account(account, attribute("name"), line());
        String type = switch (attribute("type")) {
            case "asset" -> "T";
            case "liability", "equity" -> "S";
            case "cost" -> "K";
            case "income" -> "I";
            default -> "";
        };
        types.put(account, type);
    }

    private void balance(boolean isOpening) {
        Optional<YearMonth> month = month(attribute("month"));
        read(attribute("amount"));
        month.ifPresent(
                known -> balances.add(new Balance(account, isOpening, known, amounts.ore(), amounts.isRead(), line())));
    }

    private List<SieBalance> balances() {
        List<SieBalance> read = new ArrayList<>();
        for (Balance balance : balances) {
            String type = types.getOrDefault(balance.account(), "");
            boolean isResult = type.equals("K") || type.equals("I");
            for (FiscalYear year : years) {
                LocalDate bound = balance.isOpening() ? year.start() : year.end();
                if (YearMonth.from(bound).equals(balance.month())) {
                    SieBalance.Kind kind = balance.isOpening()
                            ? SieBalance.Kind.IB
                            : isResult ? SieBalance.Kind.RES : SieBalance.Kind.UB;
                    read.add(new SieBalance(
                            kind,
                            year.number(),
                            0,
                            balance.account(),
                            List.of(),
                            balance.ore(),
                            "",
                            balance.isRead(),
                            balance.line()));
                }
            }
        }
        return read;
    }

    private void journalEntry() {
        entryId = attribute("id");
        entryDate = day(attribute("journalDate"));
        entryText = attribute("text");
        entryLine = line();
        hasBegun = false;
    }

    /** Once for each entry, with when and by whom it was made if that is told before its rows. */
    private void begin(Optional<LocalDate> registered, String by) {
        if (!hasBegun) {
            hasBegun = true;
            vouchers.begin(series, entryId, entryDate, entryText, registered, by, entryLine);
            vouchers.open(entryLine);
        }
    }

    private void ledgerEntry() {
        read(attribute("amount"));
        references = new ArrayList<>();
        isStruck = false;
        row = Optional.of(new SieRow(
                SieRow.Kind.TRANS,
                attribute("accountId"),
                List.of(),
                amounts.ore(),
                attribute("ledgerDate").isEmpty() ? Optional.empty() : day(attribute("ledgerDate")),
                attribute("text"),
                attribute("quantity"),
                "",
                amounts.isRead(),
                line()));
    }

    private void read(String amount) {
        byte[] digits = amount.getBytes(StandardCharsets.ISO_8859_1);
        amounts.read(digits, 0, digits.length);
        if (!amounts.isRead()) {
            notes.add("SIE-009", line(), amount, "räknas inte");
        }
    }

    private Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
        } catch (DateTimeException e) {
            notes.add("SIE-010", line(), text, "i " + xml.getLocalName());
            return Optional.empty();
        }
    }

    private Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            notes.add("SIE-010", line(), text, "perioden är ingen månad");
            return Optional.empty();
        }
    }
}
