package dev.llmagents.team.felicia.market;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The findings of one file, in the order they were made; of each code the first twenty, the rest counted. Not thread-safe. */
final class DefectLog {
    private static final int LISTED = 20;
    private static final int SHOWN = 40;

    private final String symbol;
    private final String file;
    private final List<Defect> defects = new ArrayList<>();
    private final Map<DefectCode, Integer> counts = new EnumMap<>(DefectCode.class);
    private final Map<DefectCode, Integer> lastAt = new EnumMap<>(DefectCode.class);

    DefectLog(PriceFile source) {
        this.symbol = source.instrument().symbol();
        this.file = source.name();
    }

    void add(DefectCode code, int line, Optional<LocalDate> date, String value, String what) {
        add(code, code.severity(), line, date, value, what);
    }

    void add(DefectCode code, Severity severity, int line, Optional<LocalDate> date, String value, String what) {
        int count = counts.merge(code, 1, Integer::sum);
        if (count > LISTED) {
            Defect last = defects.get(lastAt.get(code));
            Severity worst = severity == Severity.BLOCK ? severity : last.severity();
            defects.set(
                    lastAt.get(code),
                    new Defect(
                            code,
                            worst,
                            symbol,
                            file,
                            last.line(),
                            last.date(),
                            last.value(),
                            count - LISTED + 1,
                            last.message()));
            return;
        }
        lastAt.put(code, defects.size());
        String where = line > 0 ? file + ", line " + line : file;
        String day = date.map(found -> " (" + found + ")").orElse("");
        defects.add(new Defect(code, severity, symbol, file, line, date, value, 1, where + day + ": " + what));
    }

    boolean found(DefectCode code) {
        return counts.containsKey(code);
    }

    List<Defect> defects() {
        return List.copyOf(defects);
    }

    /** Bytes of a file as text for a message: short and without control characters. */
    static String shown(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, Math.min(to - from, SHOWN), StandardCharsets.UTF_8);
        StringBuilder clean = new StringBuilder();
        text.codePoints().filter(c -> !Character.isISOControl(c)).forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }
}
