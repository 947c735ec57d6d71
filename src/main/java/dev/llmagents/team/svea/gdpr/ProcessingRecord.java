package dev.llmagents.team.svea.gdpr;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One processing of personal data, as a register records it.
 *
 * @param values what is stated; a part that is there but blank is left out
 * @param line where it begins, from 1
 */
record ProcessingRecord(Map<RecordPart, Entry> values, int line) {

    /** What stands at a part; {@code line} from 1. */
    record Entry(String text, int line) {}

    ProcessingRecord {
        values = Map.copyOf(values);
    }

    Optional<Entry> at(RecordPart part) {
        return Optional.ofNullable(values.get(part));
    }

    String text(RecordPart part) {
        return at(part).map(Entry::text).orElse("");
    }

    int lineOf(RecordPart part) {
        return at(part).map(Entry::line).orElse(line);
    }

    /** Its name for people: activity, else purpose. */
    String subject() {
        String name = text(RecordPart.ACTIVITY).isEmpty() ? text(RecordPart.PURPOSE) : text(RecordPart.ACTIVITY);
        return name.isEmpty() ? "post på rad " + line : name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }

    /** What stands at several parts, in one text. */
    String texts(RecordPart... parts) {
        return Stream.of(parts).map(this::text).collect(Collectors.joining(" ; "));
    }

    ProcessingRecord with(Map<RecordPart, Entry> common) {
        Map<RecordPart, Entry> all = new EnumMap<>(RecordPart.class);
        all.putAll(common);
        all.putAll(values);
        return new ProcessingRecord(all, line);
    }
}
