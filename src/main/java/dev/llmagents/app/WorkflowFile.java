package dev.llmagents.app;

import dev.llmagents.agent.flow.FlowReader;
import dev.llmagents.document.DecodedText;
import dev.llmagents.document.InputFile;
import dev.llmagents.document.TextDecoder;
import dev.llmagents.document.UnreadableInputException;
import java.nio.file.Path;

/** A workflow file on disk. */
public final class WorkflowFile {
    private static final long LARGEST = 1 << 20;

    private WorkflowFile() {}

    /**
     * @param written as the user wrote it, for messages
     * @throws UnreadableInputException if it cannot be read at all
     */
    public static FlowReader.Reading read(Path file, String written) throws UnreadableInputException {
        DecodedText text = TextDecoder.decode(written, InputFile.read(file, LARGEST));
        Path folder = file.toAbsolutePath().getParent();
        return FlowReader.read(text.text(), written, folder);
    }
}
