package dev.llmagents;

import dev.llmagents.cli.CommandLineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs typical commands over the samples, so that the launcher can archive the classes they load. */
public final class Training {
    private Training() {}

    /** @param arguments the folder of samples */
    public static void main(String[] arguments) throws Exception {
        CommandLineRun run = CommandLineRun.ofProcess();
        run.run("--help");
        try (Stream<Path> files = Files.list(Path.of(arguments[0], "meetmind"))) {
            for (Path file : files.sorted().toList()) {
                for (String format : List.of("text", "json", "markdown", "csv", "html")) {
                    run.run("meetmind", "analyze", "--offline", "--format", format, file.toString());
                }
            }
        }
        for (String format : List.of("table", "json", "html", "csv", "markdown")) {
            run.run("stats", "--by", "agent", "--format", format);
        }
        run.run("stats", "--by", "agent", "--since", "2026-01-01");
    }
}
