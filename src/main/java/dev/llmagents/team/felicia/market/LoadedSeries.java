package dev.llmagents.team.felicia.market;

import dev.llmagents.document.TextDecoder;
import dev.llmagents.document.UnreadableInputException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One price file through the gate: its bars up to the as-of day, those after it, and what is wrong with it. */
record LoadedSeries(PriceSeries series, PriceSeries later, List<Defect> defects) {

    static LoadedSeries read(PriceFile file, Columns columns, LocalDate asOf, int neededBars) {
        DefectLog log = new DefectLog(file);
        RowGate gate = new RowGate(file.instrument().symbol(), asOf, log);
        Optional<byte[]> bytes = utf8(file, log);
        bytes.ifPresent(read -> {
            if (JsonPrices.isJson(read)) {
                new JsonPrices(file, gate, log).read(read, columns);
            } else {
                new CsvPrices(file, read, gate).read(columns);
            }
        });
        gate.close();
        PriceSeries series = new SeriesGate(gate.known().sorted(), log, neededBars).judge(file.instrument());
        PriceSeries later = PriceSeries.of(file.instrument(), gate.later().sorted());
        return new LoadedSeries(series, later, log.defects());
    }

    /** Text in two bytes a sign is turned into UTF-8; all else is read as it is. */
    private static Optional<byte[]> utf8(PriceFile file, DefectLog log) {
        byte[] bytes = file.bytes();
        if (bytes.length == 0) {
            log.add(DefectCode.MISSING_VALUE, 0, Optional.empty(), "", "it is empty");
            return Optional.empty();
        }
        boolean wide = bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0 || (bytes[0] & 0xFE) == 0xFE);
        if (!wide) {
            return Optional.of(bytes);
        }
        try {
            return Optional.of(TextDecoder.decode(file.name(), bytes).text().getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableInputException unreadable) {
            log.add(DefectCode.NUMBER_FORMAT, 0, Optional.empty(), "", "it is no text: export the prices again");
            return Optional.empty();
        }
    }
}
