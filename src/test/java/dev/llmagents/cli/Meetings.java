package dev.llmagents.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Meetings to analyse. */
final class Meetings {
    static final String ENGLISH = """
            Garden planning, 2026-04-13
            [00:00:05] Hanna: Welcome. First the greenhouse, then the tools.
            [00:00:12] Boris: The greenhouse roof leaks again, two panes are broken.
            [00:00:20] Hanna: Boris, can you order new panes by Friday?
            [00:00:25] Boris: Yes, I'll do that.
            [00:00:31] Ines: We need to have a gate that children cannot open.
            [00:00:38] Hanna: Then we've decided: we buy the high gate.
            [00:00:44] Ines: Agreed.
            [00:00:50] Hanna: Who pays for the gate?
            [00:00:54] Boris: No idea yet.
            [00:01:00] Hanna: Thanks, see you next week.
            """;

    private Meetings() {}

    static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
