package dev.llmagents.team.felicia.market;

import java.util.Arrays;

/** Rows of a price file as read, in file order, before the gate judges them. Grows as rows come. Not thread-safe. */
final class RawBars {
    static final int OPEN = 0;
    static final int HIGH = 1;
    static final int LOW = 2;
    static final int CLOSE = 3;
    static final int ADJUSTED = 4;
    static final int VOLUME = 5;
    static final int FIELDS = 6;
    private static final int FIRST_SIZE = 1024;

    private int[] day = new int[FIRST_SIZE];
    private int[] line = new int[FIRST_SIZE];
    private final double[][] value = new double[FIELDS][FIRST_SIZE];
    private boolean[] sound = new boolean[FIRST_SIZE];
    private int size;

    void add(int epochDay, int lineNumber, double[] values, boolean isSound) {
        if (size == day.length) {
            int larger = size * 2;
            day = Arrays.copyOf(day, larger);
            line = Arrays.copyOf(line, larger);
            sound = Arrays.copyOf(sound, larger);
            for (int field = 0; field < FIELDS; field++) {
                value[field] = Arrays.copyOf(value[field], larger);
            }
        }
        day[size] = epochDay;
        line[size] = lineNumber;
        sound[size] = isSound;
        for (int field = 0; field < FIELDS; field++) {
            value[field][size] = values[field];
        }
        size++;
    }

    int size() {
        return size;
    }

    int day(int row) {
        return day[row];
    }

    int line(int row) {
        return line[row];
    }

    double value(int field, int row) {
        return value[field][row];
    }

    /** Whether all prices of the row are there, above zero and in order. */
    boolean sound(int row) {
        return sound[row];
    }

    boolean samePrices(int row, int other) {
        for (int field = OPEN; field <= CLOSE; field++) {
            if (value[field][row] != value[field][other]) {
                return false;
            }
        }
        return true;
    }

    boolean isSorted() {
        for (int row = 1; row < size; row++) {
            if (day[row] < day[row - 1]) {
                return false;
            }
        }
        return true;
    }

    /** The same rows by date; rows of one date stay in file order. */
    RawBars sorted() {
        if (isSorted()) {
            return this;
        }
        // Day and row number in one long: sorts stably without boxing.
        long[] keys = new long[size];
        for (int row = 0; row < size; row++) {
            keys[row] = ((long) day[row] << 32) | row;
        }
        Arrays.sort(keys);
        RawBars result = new RawBars();
        double[] values = new double[FIELDS];
        for (long key : keys) {
            int row = (int) key;
            for (int field = 0; field < FIELDS; field++) {
                values[field] = value[field][row];
            }
            result.add(day[row], line[row], values, sound[row]);
        }
        return result;
    }
}
