package dev.llmagents.team.meetmind.date;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/** The values said in one phrase, by slot. Not safe for use by several threads while it is being filled. */
final class Said {
    private final Map<Slot, Integer> numbers = new EnumMap<>(Slot.class);
    private String numeric = "";

    void put(Slot slot, int value) {
        numbers.put(slot, value);
    }

    void putNumeric(String text) {
        numeric = text;
    }

    void clear() {
        numbers.clear();
        numeric = "";
    }

    OptionalInt number(Slot slot) {
        Integer value = numbers.get(slot);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** How many, if the phrase says so, else one. */
    int count() {
        return number(Slot.N).orElse(1);
    }

    int weekday() {
        return number(Slot.WD)
                .orElseGet(() ->
                        number(Slot.WDGEN).orElseGet(() -> number(Slot.SHORT).orElse(1)));
    }

    int dayOfMonth() {
        return number(Slot.D)
                .orElseGet(
                        () -> number(Slot.NTH).orElseGet(() -> number(Slot.ORD).orElse(1)));
    }

    int week() {
        return number(Slot.WEEK).orElseGet(() -> number(Slot.VWEEK).orElse(1));
    }

    /** The text of a date in numbers, empty if there is none. */
    String numeric() {
        return numeric;
    }
}
