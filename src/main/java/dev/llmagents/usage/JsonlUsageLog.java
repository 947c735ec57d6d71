package dev.llmagents.usage;

import dev.llmagents.file.RecordFile;
import dev.llmagents.file.Uninterrupted;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Usage records as lines of JSON, a file for each day of Universal Time, shared by all processes of a user. */
public final class JsonlUsageLog implements UsageLog {
    private final Path folder;
    private final Consumer<String> warnings;
    private final AtomicBoolean warned = new AtomicBoolean();

    /** @param warnings is told once, in one sentence, if lines cannot be kept */
    public JsonlUsageLog(Path folder, Consumer<String> warnings) {
        this.folder = folder;
        this.warnings = warnings;
    }

    @Override
    public void append(UsageRecord usage) {
        String day = usage.timestamp().atOffset(ZoneOffset.UTC).toLocalDate().toString();
        try {
            RecordFile file = new RecordFile(folder.resolve("usage-" + day + ".jsonl"));
            String line = usage.toJsonLine();
            // A cancelled call is logged by the very thread that was interrupted.
            Uninterrupted.run(() -> {
                file.append(line);
                return line;
            });
        } catch (IOException | RuntimeException trouble) {
            if (warned.compareAndSet(false, true)) {
                warnings.accept("The usage log lost a line: " + trouble.getMessage() + ".");
            }
        }
    }
}
