package dev.llmagents.team.svea.sie;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the records that stand once in a file and describe it. Of two the first counts. */
final class HeaderReader {
    private final Map<SieLabel, List<String>> records = new EnumMap<>(SieLabel.class);
    private Optional<LocalDate> generated = Optional.empty();
    private Optional<LocalDate> coveredTo = Optional.empty();

    void put(SieLabel label, List<String> fields) {
        records.putIfAbsent(label, fields);
    }

    void generated(Optional<LocalDate> day) {
        generated = generated.isPresent() ? generated : day;
    }

    void coveredTo(Optional<LocalDate> day) {
        coveredTo = coveredTo.isPresent() ? coveredTo : day;
    }

    /** A field of a record, stripped; empty if there is none. */
    String text(SieLabel label, int field) {
        List<String> fields = records.getOrDefault(label, List.of());
        return field < fields.size() ? fields.get(field).strip() : "";
    }

    SieHeader header() {
        List<String> address = new ArrayList<>();
        for (String line : records.getOrDefault(SieLabel.ADRESS, List.of())) {
            address.add(line.strip());
        }
        return new SieHeader(
                text(SieLabel.FLAGGA, 0),
                text(SieLabel.PROGRAM, 0),
                text(SieLabel.PROGRAM, 1),
                text(SieLabel.FORMAT, 0),
                generated,
                text(SieLabel.GEN, 1),
                text(SieLabel.SIETYP, 0),
                text(SieLabel.PROSA, 0),
                text(SieLabel.FTYP, 0),
                text(SieLabel.FNR, 0),
                text(SieLabel.ORGNR, 0),
                text(SieLabel.BKOD, 0),
                address,
                text(SieLabel.FNAMN, 0),
                text(SieLabel.TAXAR, 0),
                coveredTo,
                text(SieLabel.KPTYP, 0),
                text(SieLabel.VALUTA, 0));
    }
}
