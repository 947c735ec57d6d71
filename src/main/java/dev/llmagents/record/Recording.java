package dev.llmagents.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.file.FileProblem;
import dev.llmagents.file.PrivateFiles;
import dev.llmagents.file.WholeFile;
import dev.llmagents.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run's calls in a folder that may be committed: the same answers make the same bytes, whenever and wherever they were
 * recorded. Holds no prompt, no key and no personal data that was masked.
 *
 * @param command the command that was recorded, for instance {@code meetmind analyze}
 */
public record Recording(Path folder, String command, Terms terms, List<ReadInput> inputs, List<KeptCall> calls) {
    private static final String MANIFEST = "recording.json";
    private static final String CALLS = "calls.jsonl";
    private static final String README = "README.md";
    private static final String FORMAT = "llm-agents.recording/1";
    private static final long LARGEST = 256L << 20;

    public Recording {
        inputs = List.copyOf(inputs);
        calls = List.copyOf(calls);
    }

    /**
     * Looks whether a recording may be written to {@code folder}, before money goes into what is to be recorded.
     *
     * @throws IOException if it holds something else; the message is a sentence
     */
    public static void check(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            try {
                PrivateFiles.createFolder(folder);
            } catch (IOException e) {
                throw new IOException(e.getMessage() + "; name another folder with --record.", e);
            }
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + " is a file: name a folder with --record.");
        }
        try (Stream<Path> files = Files.list(folder)) {
            boolean foreign =
                    !Files.exists(folder.resolve(MANIFEST)) && files.findAny().isPresent();
            if (foreign) {
                throw new IOException(folder + " holds other files: name an empty folder with --record, or one that"
                        + " holds a recording.");
            }
        }
        if (!Files.isWritable(folder)) {
            throw new IOException(folder + " cannot be written: permission denied; name another folder with --record.");
        }
    }

    /**
     * Writes the recording, in place of one that is there.
     *
     * @throws IOException if it cannot be written
     */
    public void write() throws IOException {
        PrivateFiles.createFolder(folder);
        StringBuilder lines = new StringBuilder();
        calls.stream()
                .map(KeptCall::withoutMeasures)
                .sorted(KeptCall.ORDER)
                .forEach(call -> lines.append(Json.write(call.toJson())).append('\n'));
        try (InputStream readme = Recording.class.getResourceAsStream("recording.md")) {
            if (readme == null) {
                throw new IllegalStateException("recording.md is missing beside " + Recording.class.getName());
            }
            WholeFile.write(folder.resolve(README), readme.readAllBytes());
        }
        WholeFile.write(folder.resolve(CALLS), lines.toString());
        WholeFile.write(folder.resolve(MANIFEST), Json.writePretty(manifest()) + "\n");
    }

    private ObjectNode manifest() {
        ObjectNode manifest = Json.object();
        manifest.put("format", FORMAT);
        manifest.put("command", command);
        terms.write(manifest);
        ArrayNode list = manifest.putArray("inputs");
        for (ReadInput input : inputs) {
            list.addObject()
                    .put("name", input.name())
                    .put("sha256", input.sha256())
                    .put("bytes", input.bytes());
        }
        manifest.put("calls", calls.size());
        return manifest;
    }

    /**
     * Reads a recording.
     *
     * @throws IOException if it is none or damaged; the message is a sentence that names file and line
     */
    public static Recording read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("There is no folder " + folder + " to replay: make a recording with --record.");
        }
        Path file = folder.resolve(MANIFEST);
        if (!Files.exists(file)) {
            throw new IOException(
                    folder + " is no recording, since it has no " + MANIFEST + ": make one with --record.");
        }
        JsonNode manifest = manifest(file);
        List<KeptCall> calls = calls(folder.resolve(CALLS));
        if (manifest.path("calls").asInt(-1) != calls.size()) {
            throw new IOException(folder.resolve(CALLS) + ", line " + (calls.size() + 1) + ": the file holds "
                    + calls.size() + " calls, but " + MANIFEST + " tells of "
                    + manifest.path("calls").asText() + "; record anew.");
        }
        List<ReadInput> inputs = new ArrayList<>();
        manifest.path("inputs")
                .forEach(input -> inputs.add(new ReadInput(
                        input.path("name").asText(),
                        input.path("sha256").asText(),
                        input.path("bytes").asLong(),
                        false)));
        try {
            return new Recording(folder, manifest.path("command").asText(), Terms.read(manifest), inputs, calls);
        } catch (IllegalArgumentException unknown) {
            throw new IOException(file + ": 'sent' is none of masked, names and unmasked; record anew.", unknown);
        }
    }

    private static JsonNode manifest(Path file) throws IOException {
        int line = 1;
        try {
            JsonNode manifest = Json.parse(text(file));
            if (manifest.path("format").asText().equals(FORMAT)) {
                return manifest;
            }
        } catch (JsonProcessingException noJson) {
            // Not as the cause: its message quotes the text.
            line = noJson.getLocation() == null ? 1 : noJson.getLocation().getLineNr();
        }
        throw new IOException(
                file + ", line " + line + ": this is no manifest of a recording that this version reads; record anew.");
    }

    private static List<KeptCall> calls(Path file) throws IOException {
        List<KeptCall> calls = new ArrayList<>();
        int number = 0;
        for (String line : text(file).lines().toList()) {
            number++;
            int at = number;
            calls.add(parse(line)
                    .flatMap(KeptCallJson::read)
                    .orElseThrow(() ->
                            new IOException(file + ", line " + at + ": this is no call of a recording; record anew.")));
        }
        return calls;
    }

    private static Optional<JsonNode> parse(String text) {
        try {
            return Optional.of(Json.parse(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException noJson) {
            // Its message would quote the text.
            return Optional.empty();
        }
    }

    private static String text(Path file) throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException(file + " is too large for a recording: record anew.");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new IOException(file + ": a recording is written in UTF-8; record anew.", e);
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new IOException(file + " is missing: record anew.", e);
        } catch (java.nio.file.FileSystemException e) {
            throw FileProblem.explain("read", file, e);
        }
    }
}
