package dev.llmagents.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A workflow of three agents that runs as it is: two side by side, one after both, and a letter for them to read. */
public final class SampleWorkflow {
    private static final List<String> FILES = List.of(
            "workflow.yaml",
            "claims.prompt",
            "tone.prompt",
            "reply.prompt",
            "_material.prompt",
            "letter.txt",
            "tests/claims-invented.yaml",
            "tests/tone-form.yaml");

    private SampleWorkflow() {}

    /** Its files by their paths below its folder, in order of the paths. */
    public static Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : FILES) {
            try (InputStream bytes = SampleWorkflow.class.getResourceAsStream("workflow/" + name)) {
                if (bytes == null) {
                    throw new IllegalStateException(name + " is missing from the program");
                }
                files.put(name, bytes.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }
}
