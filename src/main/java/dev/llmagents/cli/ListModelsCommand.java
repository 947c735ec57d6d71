package dev.llmagents.cli;

import dev.llmagents.app.Mode;
import dev.llmagents.app.ModelListing;
import dev.llmagents.app.Settings;
import dev.llmagents.app.SettingsReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code llm-agents models list}. */
@Command(
        name = "list",
        description =
                "List the models with their tiers, aliases, regions and prices, and whether a key for them is there.",
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done",
            "  2  wrong usage or setting",
            "",
            "Examples:",
            "  llm-agents models list",
            "  llm-agents models list --mode aws --format json"
        })
final class ListModelsCommand implements Callable<Integer> {
    private final CommandContext context;

    /** How the list is written. */
    enum Format {
        TABLE,
        JSON
    }

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

    ListModelsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        SettingsReader.Options options = new SettingsReader.Options(
                Optional.ofNullable(config), Optional.ofNullable(mode), Optional.empty(), Optional.empty());
        Settings settings =
                SettingsReader.read(context.environment(), context.workingFolder(), options, context.streams()::tell);
        LocalDate today = context.time().now().atOffset(ZoneOffset.UTC).toLocalDate();
        ModelListing listing = ModelListing.of(settings, today);
        context.streams().result(format == Format.JSON ? ModelListJson.of(listing) : ModelListText.of(listing));
        return ExitCode.DONE.code();
    }
}
