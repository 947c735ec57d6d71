package dev.llmagents.team.felicia.mission;

import java.util.List;
import java.util.Optional;

/**
 * Markdown with a head of YAML between two lines of three hyphens; the text below is the statement.
 *
 * @param head the YAML, which begins on the file's second line
 * @param text what stands below
 * @param textLine where that begins
 */
record FrontMatter(String head, String text, int textLine) {
    private static final String FENCE = "---";

    /** Empty if {@code file} is no such Markdown. A YAML file that begins with three hyphens and ends so has no text. */
    static Optional<FrontMatter> of(String file) {
        List<String> lines = file.lines().toList();
        if (lines.isEmpty() || !lines.get(0).stripTrailing().equals(FENCE)) {
            return Optional.empty();
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).stripTrailing().equals(FENCE)) {
                String head = String.join("\n", lines.subList(1, i));
                String text =
                        String.join("\n", lines.subList(i + 1, lines.size())).strip();
                int at = i + 1;
                while (at < lines.size() && lines.get(at).isBlank()) {
                    at++;
                }
                return Optional.of(new FrontMatter(head, text, at + 1));
            }
        }
        return Optional.empty();
    }
}
