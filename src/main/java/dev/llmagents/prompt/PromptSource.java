package dev.llmagents.prompt;

import java.util.Map;

/**
 * The text of a prompt and where it came from.
 *
 * @param id team and agent
 * @param file its path, for people
 * @param isOwn whether it is a file of the user, not one that ships with the program
 * @param partials templates it includes, by name
 */
public record PromptSource(String id, String file, boolean isOwn, String text, Map<String, String> partials) {
    public PromptSource {
        partials = Map.copyOf(partials);
    }

    /** @throws PromptException if it is no prompt that can be used */
    public Prompt prompt() {
        return PromptFile.parse(id, file, text, partials);
    }
}
