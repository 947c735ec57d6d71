package dev.llmagents.report.stats;

import java.util.List;

/** Bars and sparklines of letters, for terminals with and without Unicode. Pure. */
final class Bars {
    private static final String EIGHTHS = "▏▎▍▌▋▊▉█";
    private static final String HEIGHTS = "▁▂▃▄▅▆▇█";
    private static final String ASCII_HEIGHTS = "_.:-=+*#";
    private static final int STEPS = 8;

    private Bars() {}

    /** A bar for a share of 0 to 1 that is {@code columns} wide where the share is one. Something always shows. */
    static String bar(double share, int columns, boolean unicode) {
        if (!unicode) {
            int filled = (int) Math.round(share * columns);
            return "#".repeat(share > 0 ? Math.max(1, filled) : 0);
        }
        int eighths = (int) Math.round(share * columns * STEPS);
        eighths = share > 0 ? Math.max(1, eighths) : 0;
        String full = "█".repeat(eighths / STEPS);
        return eighths % STEPS == 0 ? full : full + EIGHTHS.charAt(eighths % STEPS - 1);
    }

    /** Values along time; where there are more than {@code columns}, neighbours are added up. */
    static String sparkline(List<Double> values, int columns, boolean unicode) {
        int each = Math.max(1, (values.size() + columns - 1) / columns);
        int size = (values.size() + each - 1) / each;
        double[] sums = new double[size];
        double largest = 0;
        for (int at = 0; at < values.size(); at++) {
            sums[at / each] += values.get(at);
            largest = Math.max(largest, sums[at / each]);
        }
        StringBuilder line = new StringBuilder(size);
        for (double sum : sums) {
            int height = largest == 0 ? 0 : (int) Math.min(STEPS - 1, Math.floor(sum / largest * STEPS));
            line.append(sum == 0 ? ' ' : (unicode ? HEIGHTS : ASCII_HEIGHTS).charAt(height));
        }
        return line.toString();
    }
}
