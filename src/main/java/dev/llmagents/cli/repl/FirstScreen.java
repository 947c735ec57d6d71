package dev.llmagents.cli.repl;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a session begins with: a few lines that lead somebody new to a result. */
final class FirstScreen {
    private static final String SAMPLE = "samples/meetmind/2026-02-09-checkout-release.vtt";
    private static final int LEVELS = 6;

    private FirstScreen() {}

    static void show(Voice voice, Outside outside) {
        Optional<Path> sample = sample(outside.workingFolder().toAbsolutePath());
        voice.say(outside.version() + ": teams of agents over your own files, without a key or with one.");
        List<List<String>> rows = new ArrayList<>();
        if (sample.isPresent()) {
            rows.add(List.of(
                    "Try", "meetmind analyze " + Words.escape(sample.get().toString(), (char) 0)));
            rows.add(List.of("Ask", "what about the payment page?"));
            rows.add(List.of("Why", "/why A1 tells who said it, with the quote"));
        } else {
            rows.add(List.of("Try", "felicia init mission"));
            rows.add(List.of("Then", "felicia trade mission/mission.yaml"));
        }
        rows.add(List.of(
                "Yours",
                "meetmind analyze FILE (meetings) · svea comply FILE (Swedish books) · felicia trade MISSION"));
        rows.add(List.of("Keys", "TAB completes, /help lists everything, Ctrl-D leaves"));
        voice.table(rows);
    }

    /** The sample beside the program, as it has to be named from {@code here}; empty if there is none. */
    private static Optional<Path> sample(Path here) {
        try {
            CodeSource source = FirstScreen.class.getProtectionDomain().getCodeSource();
            Path folder = source == null ? null : Path.of(source.getLocation().toURI());
            for (int level = 0; level < LEVELS && folder != null; level++) {
                Path sample = folder.resolve(SAMPLE);
                if (Files.isRegularFile(sample)) {
                    return Optional.of(sample.startsWith(here) ? here.relativize(sample) : sample);
                }
                folder = folder.getParent();
            }
        } catch (URISyntaxException | InvalidPathException | SecurityException unknown) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
