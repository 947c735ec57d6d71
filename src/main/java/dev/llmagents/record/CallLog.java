package dev.llmagents.record;

import dev.llmagents.file.RecordFile;
import dev.llmagents.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The calls of a run, each written the moment it ends. Safe for use by several threads. */
public final class CallLog {
    private final Optional<RecordFile> file;
    private final boolean held;
    private final Consumer<String> warnings;
    private final List<KeptCall> calls = new ArrayList<>();
    private boolean broken;
    private int leftOut;

    /**
     * @param file where they are written; empty for nowhere
     * @param held whether they are held in memory too, for a recording: a long run has many
     * @param warnings is told once if they cannot be written
     */
    public CallLog(Optional<RecordFile> file, boolean held, Consumer<String> warnings) {
        this.file = file;
        this.held = held;
        this.warnings = warnings;
    }

    /** Takes in what an earlier sitting of the run has written. */
    public synchronized void startWith(List<KeptCall> earlier) {
        if (held) {
            calls.addAll(earlier);
        }
    }

    synchronized void add(KeptCall call) {
        if (held) {
            calls.add(call);
        }
        if (file.isEmpty() || broken) {
            return;
        }
        try {
            file.get().append(Json.write(call.toJson()));
        } catch (IOException e) {
            // The answer is paid for and goes on its way; only resuming will have to ask again.
            broken = true;
            warnings.accept("The run cannot be resumed in full: " + e.getMessage() + ".");
        }
    }

    /** Counts an answer that may not rest. */
    synchronized void leaveOut() {
        leftOut++;
    }

    /** How many answers could not be kept. */
    public synchronized int leftOut() {
        return leftOut;
    }

    /** All calls, in the order in which they ended; none if they are not held. */
    public synchronized List<KeptCall> all() {
        return List.copyOf(calls);
    }
}
