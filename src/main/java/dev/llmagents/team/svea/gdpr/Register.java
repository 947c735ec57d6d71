package dev.llmagents.team.svea.gdpr;

import java.util.List;
import java.util.Set;

/**
 * A record of processing activities (GDPR art. 30).
 *
 * @param records in the order of the file
 * @param columns the parts that it has a heading or key for, filled or not
 */
public record Register(List<ProcessingRecord> records, Set<RecordPart> columns) {
    public Register {
        records = List.copyOf(records);
        columns = Set.copyOf(columns);
    }

    /** How many processings it records. */
    public int size() {
        return records.size();
    }
}
