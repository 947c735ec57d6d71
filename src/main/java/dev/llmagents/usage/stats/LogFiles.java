package dev.llmagents.usage.stats;

import dev.llmagents.file.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a usage log: {@code usage-2026-11-22.jsonl}, and {@code usage-2026-11-22-001.jsonl} where one got full. */
public final class LogFiles {
    private static final String START = "usage-";
    private static final String END = ".jsonl";
    private static final int DATE = 10;
    private static final int LONGEST_NUMBER = 10;

    private LogFiles() {}

    /**
     * The lines of one day of Universal Time, or some of them.
     *
     * @param number 0 for the first file of the day
     */
    public record DayFile(Path path, LocalDate day, long number, long bytes) {}

    /** The name of a file. */
    public static String name(LocalDate day, long number) {
        String digits = Long.toString(number);
        return START + day + (number == 0 ? "" : "-" + "0".repeat(Math.max(0, 3 - digits.length())) + digits) + END;
    }

    /** All files of the log, the oldest first; none if there is no such folder. */
    public static List<DayFile> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<DayFile> files = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path path : (Iterable<Path>) entries::iterator) {
                String name = path.getFileName().toString();
                Optional<LocalDate> day = day(name);
                if (day.isPresent() && Files.isRegularFile(path)) {
                    files.add(new DayFile(path, day.get(), number(name), Files.size(path)));
                }
            }
        } catch (IOException | RuntimeException e) {
            throw FileProblem.explain("read the usage log in", folder, e);
        }
        files.sort(Comparator.comparing(DayFile::day)
                .thenComparing(DayFile::number)
                .thenComparing(file -> file.path().getFileName().toString()));
        return files;
    }

    private static long number(String name) {
        String digits = name.substring(START.length() + DATE, name.length() - END.length());
        return digits.isEmpty() ? 0 : Long.parseLong(digits.substring(1));
    }

    private static Optional<LocalDate> day(String name) {
        int date = START.length();
        if (!name.startsWith(START) || !name.endsWith(END) || name.length() < date + DATE + END.length()) {
            return Optional.empty();
        }
        String part = name.substring(date + DATE, name.length() - END.length());
        boolean numbered = part.length() > 1
                && part.length() <= LONGEST_NUMBER
                && part.charAt(0) == '-'
                && part.chars().skip(1).allMatch(letter -> letter >= '0' && letter <= '9');
        if (!part.isEmpty() && !numbered) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(name.substring(date, date + DATE)));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
