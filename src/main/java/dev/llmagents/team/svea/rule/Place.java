package dev.llmagents.team.svea.rule;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a finding was made.
 *
 * @param file name as the user gave it
 * @param line from 1; empty if the whole file is meant or it has no lines
 * @param subject voucher, account, invoice line or section, for instance {@code A 12}
 */
public record Place(String file, OptionalInt line, Optional<String> subject) {
    public static Place of(String file) {
        return new Place(file, OptionalInt.empty(), Optional.empty());
    }

    public static Place of(String file, int line) {
        return new Place(file, OptionalInt.of(line), Optional.empty());
    }

    public Place about(String what) {
        return new Place(file, line, Optional.of(what));
    }
}
