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
final class LogFiles {
    private static final String START = "usage-";
    private static final String END = ".jsonl";
    private static final int DATE = 10;

    private LogFiles() {}

    /** The lines of one day of Universal Time, or some of them. */
    record DayFile(Path path, LocalDate day, long bytes) {}

    /** All files of the log, the oldest first; none if there is no such folder. */
    static List<DayFile> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<DayFile> files = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path path : (Iterable<Path>) entries::iterator) {
                Optional<LocalDate> day = day(path.getFileName().toString());
                if (day.isPresent() && Files.isRegularFile(path)) {
                    files.add(new DayFile(path, day.get(), Files.size(path)));
                }
            }
        } catch (IOException | RuntimeException e) {
            throw FileProblem.explain("read the usage log in", folder, e);
        }
        files.sort(Comparator.comparing(DayFile::day)
                .thenComparing(file -> file.path().getFileName().toString()));
        return files;
    }

    private static Optional<LocalDate> day(String name) {
        int date = START.length();
        if (!name.startsWith(START) || !name.endsWith(END) || name.length() < date + DATE + END.length()) {
            return Optional.empty();
        }
        String part = name.substring(date + DATE, name.length() - END.length());
        boolean numbered = part.length() > 1
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
