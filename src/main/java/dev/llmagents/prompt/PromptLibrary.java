package dev.llmagents.prompt;

import dev.llmagents.file.FileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds prompts by id: in the user's own folder first, else among those that ship with the program. Safe for threads. */
public final class PromptLibrary {
    private final Optional<Path> ownFolder;
    private final Map<String, Prompt> read = new ConcurrentHashMap<>();

    /** @param ownFolder holds {@code <team>/<agent>.prompt} files that replace the shipped ones */
    public PromptLibrary(Optional<Path> ownFolder) {
        this.ownFolder = ownFolder;
    }

    /**
     * @param id for instance {@code meetmind.qa}
     * @throws PromptException if there is no such prompt or its file is wrong
     */
    public Prompt prompt(String id) {
        return read.computeIfAbsent(id, this::load);
    }

    private Prompt load(String id) {
        String path = id.replace('.', '/') + ".prompt";
        try {
            if (ownFolder.isPresent()) {
                Path own = ownFolder.get().resolve(path);
                if (Files.isRegularFile(own)) {
                    return PromptFile.parse(id, own.toString(), text(own));
                }
            }
            try (InputStream in = PromptLibrary.class.getResourceAsStream("/prompts/" + path)) {
                if (in == null) {
                    throw new PromptException("There is no prompt " + id + ".");
                }
                return PromptFile.parse(id, "prompts/" + path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new PromptException("The prompt " + id + " cannot be read.", e);
        }
    }

    private static String text(Path own) {
        try {
            return Files.readString(own);
        } catch (CharacterCodingException e) {
            throw new PromptException(own + ": a prompt has to be written in UTF-8.", e);
        } catch (IOException e) {
            throw new PromptException(FileProblem.explain("read", own, e).getMessage() + ".", e);
        }
    }
}
