package dev.llmagents.cli.repl;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** What a session begins with: a few lines that lead somebody new to a result. */
final class FirstScreen {
    private static final String SAMPLE = "samples/meetmind/2026-02-09-checkout-release.vtt";
    private static final int LEVELS = 6;

    private FirstScreen() {}

    static void show(Voice voice, Outside outside) {
        Optional<Path> sample = sample(outside.workingFolder().toAbsolutePath());
        voice.say(outside.version() + ": teams of agents over your own files. Works without a key; better with one.");
        if (sample.isPresent()) {
            voice.say("  Try    meetmind analyze " + Words.escape(sample.get().toString(), (char) 0));
        } else {
            voice.say("  Try    felicia init mission    and then    felicia trade mission/mission.yaml");
        }
        voice.say("  Then   ask about it: what about the payment page?    or where an item comes from: /why A1");
        voice.say(
                "  Yours  meetmind analyze FILE (meetings) · svea comply FILE (Swedish books) · felicia trade MISSION");
        voice.say("  TAB completes, /help lists everything, Ctrl-D leaves.");
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
