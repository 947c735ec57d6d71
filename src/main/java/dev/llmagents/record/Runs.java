package dev.llmagents.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The runs of this user on this machine, a folder each. Safe for use by several threads and processes. */
public final class Runs {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{4,64}");

    private final Path folder;

    public Runs(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /** @throws IllegalArgumentException if {@code id} is no run's id, so that it cannot lead elsewhere */
    public RunFolder run(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a run's id is 4 to 64 hexadecimal digits");
        }
        return new RunFolder(folder.resolve(id));
    }

    /**
     * The ids of all runs, in their own order.
     *
     * @throws IOException if the folder cannot be read
     */
    public List<String> ids() throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.map(path -> path.getFileName().toString())
                    .filter(name -> ID.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        }
    }

    /**
     * All runs, newest first.
     *
     * @throws IOException if the folder cannot be read
     */
    public List<RunRecord> newestFirst() throws IOException {
        List<RunRecord> runs = new ArrayList<>();
        for (String id : ids()) {
            run(id).outline().ifPresent(runs::add);
        }
        runs.sort(Comparator.comparing(RunRecord::started).reversed().thenComparing(RunRecord::id));
        return runs;
    }

    /** @param atWork those that would have gone too, but are at work */
    public record Removed(int runs, int atWork) {}

    /**
     * Removes the runs of {@code tenant} with the recordings of their calls; never one that is at work. What cannot be read
     * names no tenant and stays.
     *
     * @param before only runs that began before it
     * @param dryRun whether they are only counted
     * @throws IOException if one cannot be removed
     */
    public Removed removeOf(String tenant, Optional<Instant> before, boolean dryRun) throws IOException {
        int removed = 0;
        int atWork = 0;
        for (String id : ids()) {
            RunFolder run = run(id);
            boolean goes = run.written()
                    .filter(outline -> outline.tenant().equals(tenant))
                    .filter(outline -> before.map(outline.started()::isBefore).orElse(true))
                    .isPresent();
            if (goes && run.isAtWork()) {
                atWork++;
            } else if (goes) {
                removed++;
                if (!dryRun) {
                    run.remove();
                }
            }
        }
        return new Removed(removed, atWork);
    }

    /**
     * Removes the oldest runs until {@code most} are left; never one that is at work.
     *
     * @throws IOException if one cannot be removed
     */
    public void keepNewest(int most) throws IOException {
        List<String> ids = ids();
        if (ids.size() <= most) {
            return;
        }
        Map<String, RunFolder> byAge = new TreeMap<>();
        for (String id : ids) {
            RunFolder run = run(id);
            String age = run.written()
                    .map(outline -> outline.started().toEpochMilli())
                    .orElse(0L)
                    .toString();
            byAge.put("0".repeat(20 - age.length()) + age + id, run);
        }
        int over = ids.size() - most;
        for (RunFolder run : byAge.values()) {
            if (over > 0 && !run.isAtWork()) {
                run.remove();
                over--;
            }
        }
    }
}
