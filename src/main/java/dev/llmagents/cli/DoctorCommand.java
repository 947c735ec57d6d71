package dev.llmagents.cli;

import dev.llmagents.app.Doctor;
import dev.llmagents.app.Folders;
import dev.llmagents.app.Health;
import dev.llmagents.app.Mode;
import dev.llmagents.app.Settings;
import dev.llmagents.app.SettingsReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code llm-agents doctor}. */
@Command(
        name = "doctor",
        description =
                "Look at settings, keys, prices, stores and breaks of providers, and say which agents a model would"
                        + " answer for.",
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  nothing is broken",
            "  2  wrong usage or setting",
            "  7  something is broken",
            "",
            "Examples:",
            "  llm-agents doctor",
            "  llm-agents doctor --live --format json"
        })
final class DoctorCommand implements Callable<Integer> {
    private final CommandContext context;

    /** How the findings are written. */
    enum Format {
        TABLE,
        JSON
    }

    @Option(
            names = "--live",
            description =
                    "Also ask each provider whose key is there one question of a few tokens (billed and logged, never"
                            + " above 0.05 USD), and look for model servers on this machine.")
    private boolean live;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json; table if not given.")
    private Format format = Format.TABLE;

    @Option(names = "--mode", paramLabel = "MODE", description = "As for team commands: auto, local, aws or offline.")
    private Mode mode;

    @Option(names = "--config", paramLabel = "FILE", description = "Read settings from this file.")
    private Path config;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // Read by the library alone.
    private boolean help;

    DoctorCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        SettingsReader.Options options = new SettingsReader.Options(
                Optional.ofNullable(config), Optional.ofNullable(mode), Optional.empty(), Optional.empty());
        Settings settings =
                SettingsReader.read(context.environment(), context.workingFolder(), options, context.streams()::tell);
        Health health =
                new Doctor(settings, Folders.of(context.environment()), context.time(), context.random()).examine(live);
        context.streams().result(format == Format.JSON ? HealthJson.of(health) : HealthText.of(health));
        return (health.isBroken() ? ExitCode.GATE : ExitCode.DONE).code();
    }
}
