package dev.llmagents.team.svea.gdpr;

import dev.llmagents.team.svea.gdpr.ProcessingRecord.Entry;
import dev.llmagents.team.svea.text.DelimitedTable;
import dev.llmagents.team.svea.text.Tree;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises a register of processing and reads it: CSV, JSON, YAML, a markdown table, or sections of "heading: value".
 * A text is a register if its headings announce at least four parts of art. 30.1. Immutable.
 */
public final class RegisterReader {
    private static final int FEWEST_PARTS = 4;
    private static final int HEADING_WITHIN = 12;

    private final Headings headings = new Headings();

    /** The register in a JSON or YAML document. */
    public Optional<Register> read(Tree tree) {
        Collected found = new Collected();
        collect(tree, found);
        return found.register();
    }

    /** The register in a text of any other form. */
    public Optional<Register> read(String text, List<String> lines) {
        Optional<Register> table = table(markdownRows(lines), lines);
        if (table.isEmpty()) {
            table = table(DelimitedTable.of(text).rows(), lines);
        }
        return table.isPresent() ? table : sections(lines);
    }

    private static final class Collected {
        final List<ProcessingRecord> records = new ArrayList<>();
        final Map<RecordPart, Entry> common = new EnumMap<>(RecordPart.class);
        final Set<RecordPart> columns = EnumSet.noneOf(RecordPart.class);

        Optional<Register> register() {
            long demanded = columns.stream().filter(RecordPart::isDemanded).count();
            if (demanded < FEWEST_PARTS || records.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Register(
                    records.stream().map(record -> record.with(common)).toList(), columns));
        }

        void note(Map<RecordPart, Entry> values, RecordPart part, String text, int line) {
            columns.add(part);
            String value = text.strip();
            if (!value.isEmpty()) {
                values.merge(
                        part,
                        new Entry(value, line),
                        (one, two) -> new Entry(one.text() + "; " + two.text(), one.line()));
            }
        }
    }

    /** Walks down; the tree bounds its own depth. A map with two or more parts is a record, with one it is a frame. */
    private void collect(Tree tree, Collected found) {
        if (tree.kind() == Tree.Kind.LIST) {
            tree.items().forEach(item -> collect(item, found));
        }
        if (tree.kind() != Tree.Kind.MAP) {
            return;
        }
        Map<RecordPart, Entry> values = new EnumMap<>(RecordPart.class);
        List<Tree> frames = new ArrayList<>();
        Set<RecordPart> own = EnumSet.noneOf(RecordPart.class);
        tree.fields().forEach((key, value) -> {
            Optional<RecordPart> part = headings.partOf(key);
            boolean holdsRecords = value.kind() == Tree.Kind.LIST
                    && value.items().stream().anyMatch(item -> item.kind() == Tree.Kind.MAP && parts(item) >= 2);
            if (holdsRecords || part.isEmpty() && value.kind() != Tree.Kind.SCALAR) {
                frames.add(value);
            } else if (part.isPresent()) {
                own.add(part.get());
                found.note(values, part.get(), value.flat(), value.line());
            }
        });
        boolean isRecord = own.size() >= 2 && (frames.isEmpty() || own.contains(RecordPart.PURPOSE));
        if (isRecord) {
            found.records.add(new ProcessingRecord(values, tree.line()));
        } else {
            found.common.putAll(values);
        }
        frames.forEach(frame -> collect(frame, found));
    }

    private long parts(Tree map) {
        return map.fields().keySet().stream()
                .flatMap(key -> headings.partOf(key).stream())
                .distinct()
                .count();
    }

    private static List<DelimitedTable.Row> markdownRows(List<String> lines) {
        List<DelimitedTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            boolean isRule = line.chars().allMatch(c -> "|-: ".indexOf(c) >= 0);
            if (line.startsWith("|") && !isRule) {
                List<String> cells = new ArrayList<>();
                String inner = line.endsWith("|") && line.length() > 1
                        ? line.substring(1, line.length() - 1)
                        : line.substring(1);
                for (String cell : inner.split("\\|", -1)) {
                    cells.add(cell.strip());
                }
                rows.add(new DelimitedTable.Row(cells, i + 1));
            }
        }
        return rows;
    }

    /** What stands above a table as "heading: value" holds for all of it. */
    private void above(List<String> lines, Collected found) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip().replace("**", "");
            int colon = line.indexOf(':');
            if (colon > 0 && !line.startsWith("|")) {
                int number = i + 1;
                headings.partOf(line.substring(0, colon))
                        .ifPresent(part -> found.note(found.common, part, line.substring(colon + 1), number));
            }
        }
    }

    private Optional<Register> table(List<DelimitedTable.Row> rows, List<String> lines) {
        Collected found = new Collected();
        int heading = -1;
        List<Optional<RecordPart>> columns = List.of();
        for (int i = 0; i < Math.min(rows.size(), HEADING_WITHIN) && heading < 0; i++) {
            columns = rows.get(i).cells().stream().map(headings::partOf).toList();
            long parts = columns.stream()
                    .flatMap(Optional::stream)
                    .filter(RecordPart::isDemanded)
                    .distinct()
                    .count();
            if (parts >= FEWEST_PARTS) {
                heading = i;
            }
        }
        if (heading < 0) {
            return Optional.empty();
        }
        above(lines.subList(0, Math.min(lines.size(), rows.get(heading).line() - 1)), found);
        // In a spreadsheet the same is "Personuppgiftsansvarig;Exempel AB".
        for (DelimitedTable.Row row : rows.subList(0, heading)) {
            headings.partOf(row.cells().get(0))
                    .ifPresent(part -> found.note(
                            found.common,
                            part,
                            String.join("; ", row.cells().subList(1, row.cells().size())),
                            row.line()));
        }
        columns.stream().flatMap(Optional::stream).forEach(found.columns::add);
        for (DelimitedTable.Row row : rows.subList(heading + 1, rows.size())) {
            Map<RecordPart, Entry> values = new EnumMap<>(RecordPart.class);
            for (int i = 0; i < Math.min(columns.size(), row.cells().size()); i++) {
                Optional<RecordPart> part = columns.get(i);
                if (part.isPresent()) {
                    found.note(values, part.get(), row.cells().get(i), row.line());
                }
            }
            found.records.add(new ProcessingRecord(values, row.line()));
        }
        return found.register();
    }

    private Optional<Register> sections(List<String> lines) {
        Collected found = new Collected();
        Map<RecordPart, Entry> values = new EnumMap<>(RecordPart.class);
        Set<RecordPart> own = EnumSet.noneOf(RecordPart.class);
        int start = 1;
        Optional<RecordPart> open = Optional.empty();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip().replace("**", "");
            boolean isHeading = line.startsWith("#");
            String bare = isHeading ? line.replaceFirst("^#{1,6}\\s*", "") : line.replaceFirst("^[-*•]\\s+", "");
            int colon = bare.indexOf(':');
            String key = isHeading ? bare.replaceFirst(":$", "") : colon > 0 ? bare.substring(0, colon) : "";
            Optional<RecordPart> part = key.isEmpty() ? Optional.empty() : headings.partOf(key);
            boolean startsNext = part.isPresent() && own.contains(part.get())
                    || isHeading && part.isEmpty() && own.size() >= 2
                    || part.filter(one -> one == RecordPart.ACTIVITY).isPresent() && own.size() >= 2;
            if (startsNext) {
                close(found, values, own, start);
                start = i + 1;
            }
            if (part.isPresent()) {
                open = part;
                own.add(part.get());
                found.note(values, part.get(), isHeading ? "" : bare.substring(colon + 1), i + 1);
            } else if (isHeading) {
                open = Optional.empty();
                values.put(RecordPart.ACTIVITY, new Entry(bare.strip(), i + 1));
            } else if (open.isPresent() && !line.isEmpty()) {
                found.note(values, open.get(), line, i + 1);
            }
        }
        close(found, values, own, start);
        return found.register();
    }

    private static void close(Collected found, Map<RecordPart, Entry> values, Set<RecordPart> own, int start) {
        if (own.size() >= 3) {
            found.records.add(new ProcessingRecord(values, start));
        } else {
            values.remove(RecordPart.ACTIVITY);
            found.common.putAll(values);
        }
        values.clear();
        own.clear();
    }
}
