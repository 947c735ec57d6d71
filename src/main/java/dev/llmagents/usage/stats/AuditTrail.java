package dev.llmagents.usage.stats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.file.FileProblem;
import dev.llmagents.json.Json;
import dev.llmagents.usage.stats.LogFiles.DayFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Who had what sent where: a row for each line of the usage log, in the order of the log. Holds no text of prompts or
 * answers, since the log holds none. Safe for use by several threads.
 */
public final class AuditTrail {
    /** What stands in a row, in this order. */
    public static final List<String> COLUMNS = List.of(
            "time",
            "user",
            "tenant",
            "team",
            "agent",
            "provider",
            "host",
            "region",
            "model",
            "cause",
            "masked",
            "consent",
            "status",
            "error",
            "run");

    private static final int LONGEST_LINE = 16 << 20;

    private final Path folder;

    /** @param folder holds the usage log; it need not exist */
    public AuditTrail(Path folder) {
        this.folder = folder;
    }

    /**
     * Hands over the rows.
     *
     * @param since from then on; empty for all
     * @param tenant only this tenant's; empty for all
     * @return how many lines could not be read
     * @throws IOException if a file cannot be read
     */
    public long rows(Optional<Instant> since, Optional<String> tenant, Consumer<List<String>> rows) throws IOException {
        long damaged = 0;
        for (DayFile file : LogFiles.in(folder)) {
            Instant end = file.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            if (since.isEmpty() || end.isAfter(since.get())) {
                damaged += read(file.path(), since, tenant, rows);
            }
        }
        return damaged;
    }

    private static long read(Path file, Optional<Instant> since, Optional<String> tenant, Consumer<List<String>> rows)
            throws IOException {
        long damaged = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            boolean ended = false;
            while (!ended) {
                int next = in.read();
                ended = next < 0;
                if (next >= 0 && next != '\n') {
                    if (line.size() <= LONGEST_LINE) {
                        line.write(next);
                    }
                    continue;
                }
                if (line.size() > 0) {
                    damaged += row(line.toString(StandardCharsets.UTF_8), since, tenant, rows) ? 0 : 1;
                    line.reset();
                }
            }
        } catch (IOException failure) {
            throw FileProblem.explain("read", file, failure);
        }
        return damaged;
    }

    /** False if the line is none of the log's. */
    private static boolean row(
            String line, Optional<Instant> since, Optional<String> tenant, Consumer<List<String>> rows) {
        try {
            JsonNode fields = Json.parse(line);
            Instant time = Instant.parse(fields.path("ts").asText());
            boolean wanted = since.map(begin -> !time.isBefore(begin)).orElse(true)
                    && tenant.map(fields.path("tenant").asText()::equals).orElse(true);
            if (wanted) {
                rows.accept(List.of(
                        fields.path("ts").asText(),
                        text(fields, "user"),
                        text(fields, "tenant"),
                        text(fields, "team"),
                        text(fields, "agent"),
                        text(fields, "provider"),
                        text(fields, "host"),
                        text(fields, "region"),
                        text(fields, "model"),
                        text(fields, "cause"),
                        masked(fields.path("masked")),
                        text(fields, "consent"),
                        text(fields, "status"),
                        text(fields, "errorType"),
                        text(fields, "runId")));
            }
            return true;
        } catch (JsonProcessingException | DateTimeParseException damaged) {
            return false;
        }
    }

    private static String text(JsonNode fields, String name) {
        JsonNode value = fields.path(name);
        return value.isNull() ? "" : value.asText();
    }

    /** {@code person=2 phone=1}; empty if nothing was. */
    private static String masked(JsonNode counts) {
        List<String> parts = new ArrayList<>();
        counts.properties()
                .forEach(count ->
                        parts.add(count.getKey() + "=" + count.getValue().asText()));
        return String.join(" ", parts);
    }
}
