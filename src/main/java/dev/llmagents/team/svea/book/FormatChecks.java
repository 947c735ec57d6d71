package dev.llmagents.team.svea.book;

import dev.llmagents.team.svea.rule.Severity;
import dev.llmagents.team.svea.sie.SieChecksum;
import dev.llmagents.team.svea.sie.SieEncoding;
import dev.llmagents.team.svea.sie.SieFile;
import dev.llmagents.team.svea.sie.SieNote;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The form of the file: SIE-001 to SIE-011, and the records that must and must not stand in it. */
final class FormatChecks {
    /** Labels that must stand in a file, and the types in which they must (SIE 4B, section 6). */
    private static final Map<String, String> REQUIRED = Map.ofEntries(
            Map.entry("FLAGGA", "1 2 3 4E 4I"),
            Map.entry("PROGRAM", "1 2 3 4E 4I"),
            Map.entry("FORMAT", "1 2 3 4E 4I"),
            Map.entry("GEN", "1 2 3 4E 4I"),
            Map.entry("FNAMN", "1 2 3 4E 4I"),
            Map.entry("SIETYP", "2 3 4E 4I"),
            Map.entry("RAR", "1 2 3 4E"),
            Map.entry("OMFATTN", "2 3"),
            Map.entry("KONTO", "1 2 3 4E"));
    /** Labels whose records may be left out where they would be zero (5.17). */
    private static final Map<String, String> EXPECTED =
            Map.of("IB", "1 2 3 4E", "UB", "1 2 3 4E", "RES", "1 2 3 4E", "PSALDO", "2 3");
    /** Labels whose absence only tells that there is nothing of the kind. */
    private static final Map<String, String> HOPED = Map.of("SRU", "1 2");

    private static final Map<String, String> FORBIDDEN = Map.ofEntries(
            Map.entry("OMFATTN", "1 4I"),
            Map.entry("DIM", "1 2"),
            Map.entry("UNDERDIM", "1 2"),
            Map.entry("OBJEKT", "1 2"),
            Map.entry("OIB", "1 2 4I"),
            Map.entry("OUB", "1 2 4I"),
            Map.entry("PSALDO", "1 4I"),
            Map.entry("PBUDGET", "1 4I"),
            Map.entry("VER", "1 2 3"),
            Map.entry("TRANS", "1 2 3"),
            Map.entry("RTRANS", "1 2 3"),
            Map.entry("BTRANS", "1 2 3"),
            Map.entry("BKOD", "4I"));

    private static final String NOT_LABELLED = "SIE 5 har inga etiketter";

    private final SieFile file;
    private final Report report;

    private FormatChecks(SieFile file, Report report) {
        this.file = file;
        this.report = report;
    }

    static void run(SieFile file, Report report) {
        FormatChecks checks = new FormatChecks(file, report);
        report.ran("SIE-001", "SIE-006", "SIE-009", "SIE-010");
        if (file.type().isLabelled()) {
            report.ran("SIE-002", "SIE-003", "SIE-004", "SIE-005", "SIE-007", "SIE-008", "SIE-015", "SIE-016");
            checks.flag();
            checks.records();
            checks.encoding();
        } else {
            report.notAssessed(
                    NOT_LABELLED,
                    "SIE-002",
                    "SIE-003",
                    "SIE-004",
                    "SIE-005",
                    "SIE-007",
                    "SIE-008",
                    "SIE-011",
                    "SIE-015",
                    "SIE-016",
                    "SIE-022");
        }
        checks.notes();
        checks.letters();
        checks.checksum();
    }

    private void flag() {
        int first = file.labels().values().stream()
                .mapToInt(use -> use.firstLine())
                .min()
                .orElse(1);
        if (file.label("FLAGGA").isEmpty() || file.lineOf("FLAGGA") != first) {
            report.find("SIE-002", file.lineOf("FLAGGA"), "");
        }
        report.ran("SIE-022");
        if (!file.header().flag().isEmpty() && !file.header().flag().equals("0")) {
            report.find(
                    "SIE-022",
                    file.lineOf("FLAGGA"),
                    "",
                    "flagga",
                    file.header().flag());
        }
    }

    private void records() {
        missing(REQUIRED, Severity.FEL);
        missing(EXPECTED, Severity.VARNING);
        missing(HOPED, Severity.INFO);
        for (String label : file.labels().keySet()) {
            if (isIn(FORBIDDEN, label)) {
                report.find(
                        "SIE-004",
                        file.lineOf(label),
                        "",
                        "post",
                        label,
                        "typ",
                        file.type().label(),
                        "antal",
                        Integer.toString(
                                file.label(label).map(use -> use.count()).orElse(0)));
            }
        }
    }

    private void missing(Map<String, String> labels, Severity severity) {
        for (String label : List.copyOf(new TreeSet<>(labels.keySet()))) {
            // #FLAGGA has a rule of its own, and files without #SIETYP are of type 1.
            if (isIn(labels, label) && file.label(label).isEmpty() && !label.equals("FLAGGA")) {
                report.find(
                        "SIE-003",
                        severity,
                        0,
                        "",
                        "post",
                        label,
                        "typ",
                        file.type().label());
            }
        }
    }

    private boolean isIn(Map<String, String> table, String label) {
        return Set.of(table.getOrDefault(label, "").split(" ", -1))
                .contains(file.type().label());
    }

    private void encoding() {
        if (file.encoding() != SieEncoding.CP437) {
            report.find(
                    "SIE-005",
                    file.lineOf("FORMAT"),
                    "",
                    "kodning",
                    file.encoding().label(),
                    "angiven",
                    file.header().format());
        } else if (!file.header().format().isEmpty() && !file.header().format().equals("PC8")) {
            report.find(
                    "SIE-005",
                    file.lineOf("FORMAT"),
                    "",
                    "kodning",
                    "angiven som " + file.header().format());
        }
    }

    private void letters() {
        List<SieNote> notes = of("SIE-006");
        if (!notes.isEmpty()) {
            Lines lines = new Lines();
            notes.forEach(note -> lines.add(note.line()));
            report.find(
                    "SIE-006",
                    notes.get(0).line(),
                    "",
                    "antal",
                    Integer.toString(file.noted("SIE-006")),
                    "exempel",
                    notes.get(0).value(),
                    "rader",
                    lines.text());
        }
    }

    private void notes() {
        for (SieNote note : file.notes()) {
            switch (note.rule()) {
                case "SIE-007" -> report.find("SIE-007", note.line(), "", "etikett", note.value());
                case "SIE-008" ->
                    report.find(
                            "SIE-008",
                            note.detail().equals("styrtecken i text") ? Severity.VARNING : Severity.FEL,
                            note.line(),
                            "",
                            "post",
                            note.value(),
                            "detalj",
                            note.detail());
                case "SIE-009" ->
                    report.find("SIE-009", note.line(), "", "belopp", note.value(), "detalj", note.detail());
                case "SIE-010" ->
                    report.find(
                            "SIE-010",
                            note.value().isEmpty() && file.type().isImport() ? Severity.VARNING : Severity.FEL,
                            note.line(),
                            "",
                            "datum",
                            note.value(),
                            "detalj",
                            note.detail());
                case "SIE-014" ->
                    report.find("SIE-014", note.line(), note.value(), "konto", note.value(), "detalj", note.detail());
                case "SIE-015", "SIE-016" -> report.find(note.rule(), note.line(), "", "rad", note.value());
                default -> {}
            }
        }
        for (Map.Entry<String, Integer> noted : file.noted().entrySet()) {
            int kept = of(noted.getKey()).size();
            if (noted.getValue() > kept) {
                report.more(noted.getKey(), noted.getValue() - kept);
            }
        }
    }

    private List<SieNote> of(String rule) {
        return file.notes().stream().filter(note -> note.rule().equals(rule)).toList();
    }

    private void checksum() {
        if (!file.type().isLabelled()) {
            return;
        }
        SieChecksum checksum = file.checksum();
        switch (checksum.state()) {
            case ABSENT -> report.notAssessed("filen har ingen #KSUMMA", "SIE-011");
            case UNCHECKED ->
                report.notAssessed(
                        "kontrollsumman kan inte prövas: filen är inte i CP437 eller saknar den första #KSUMMA",
                        "SIE-011");
            case MATCHES -> report.ran("SIE-011");
            case DIFFERS ->
                report.find(
                        "SIE-011",
                        checksum.line(),
                        "",
                        "angiven",
                        checksum.declared(),
                        "beräknad",
                        checksum.computed());
        }
    }
}
