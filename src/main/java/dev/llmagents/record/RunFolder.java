package dev.llmagents.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.llmagents.file.LockFile;
import dev.llmagents.file.PrivateFiles;
import dev.llmagents.file.RecordFile;
import dev.llmagents.file.WholeFile;
import dev.llmagents.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one run has left: {@code run.json}, its outline, and {@code calls.jsonl}, a line for each call in the order in
 * which they ended. While the run is at work it holds a lock, which the operating system takes back when its process dies.
 */
public final class RunFolder {
    private static final String OUTLINE = "run.json";
    private static final String CALLS = "calls.journal";
    private static final String LOCK = "lock";

    private final Path folder;

    RunFolder(Path folder) {
        this.folder = folder;
    }

    public Path path() {
        return folder;
    }

    /** Where calls are written to, one at a time. */
    public RecordFile callFile() {
        return new RecordFile(folder.resolve(CALLS));
    }

    /**
     * Takes the run into work.
     *
     * @throws IOException if another process is at it
     */
    public LockFile.Held lock() throws IOException {
        return new LockFile(folder.resolve(LOCK)).acquire(Duration.ZERO);
    }

    /** Writes the outline, in place of the one that is there. */
    public void write(RunRecord outline) throws IOException {
        PrivateFiles.createFolder(folder);
        WholeFile.write(folder.resolve(OUTLINE), Json.writePretty(outline.toJson()) + "\n");
    }

    /** The outline as the run itself wrote it last; empty if it cannot be read. */
    Optional<RunRecord> written() {
        try {
            return RunRecord.read(Json.parse(Files.readString(folder.resolve(OUTLINE))));
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        } catch (IOException gone) {
            // It may be removed at any time by a run that ends.
            return Optional.empty();
        }
    }

    /** The outline, with what can be known of a run that never ended; empty if it cannot be read. */
    public Optional<RunRecord> outline() {
        return written().map(run -> {
            if (run.status() != RunRecord.Status.RUNNING) {
                return run;
            }
            RunRecord.Status status = isAtWork() ? RunRecord.Status.RUNNING : RunRecord.Status.INTERRUPTED;
            return run.as(status, RunRecord.Totals.of(calls()));
        });
    }

    boolean isAtWork() {
        if (!Files.exists(folder.resolve(LOCK))) {
            return false;
        }
        try {
            lock().close();
            return false;
        } catch (IOException taken) {
            return true;
        }
    }

    /** All calls, in the order in which they ended. A line that a killed process left unfinished is no call. */
    public List<KeptCall> calls() {
        List<KeptCall> calls = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new java.io.InputStreamReader(
                Files.newInputStream(folder.resolve(CALLS)),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                call(line).ifPresent(calls::add);
            }
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException unreadable) {
            // What can be read of it counts; the rest is asked anew.
        }
        return calls;
    }

    private static Optional<KeptCall> call(String line) {
        try {
            return KeptCallJson.read(Json.parse(line));
        } catch (JsonProcessingException unfinished) {
            return Optional.empty();
        }
    }

    /** The calls that count: without those whose question was asked anew. */
    public List<KeptCall> standingCalls() {
        return KeptCalls.standing(calls());
    }

    void remove() throws IOException {
        // The outline first: what has none is no run any more, whatever becomes of the rest.
        for (String name : List.of(OUTLINE, CALLS, LOCK)) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.deleteIfExists(folder);
    }
}
