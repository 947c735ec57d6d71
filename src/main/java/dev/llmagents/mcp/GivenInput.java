package dev.llmagents.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.app.Inputs;
import dev.llmagents.document.InputFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The input an assistant names: a file of the folder it may have read, or a text it hands over. */
final class GivenInput {
    private GivenInput() {}

    /**
     * @param name what a text without a file is called
     * @throws ToolFailure unless exactly one of {@code path} and {@code text} is there
     */
    static Inputs.Input of(JsonNode arguments, String name, ReadableFolder folder) throws ToolFailure {
        boolean hasPath = arguments.hasNonNull("path");
        if (hasPath == arguments.hasNonNull("text")) {
            throw new ToolFailure("Give either 'path', a file, or 'text', the text itself.");
        }
        if (hasPath) {
            Path file = folder.file(arguments.path("path").asText());
            return new Inputs.Input(
                    file.getFileName().toString(), false, () -> InputFile.read(file, InputFile.DEFAULT_LIMIT));
        }
        byte[] bytes = arguments.path("text").asText().getBytes(StandardCharsets.UTF_8);
        return new Inputs.Input(name, false, () -> bytes);
    }
}
