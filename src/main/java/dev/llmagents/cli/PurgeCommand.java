package dev.llmagents.cli;

import dev.llmagents.cache.CacheStore;
import dev.llmagents.record.Runs;
import dev.llmagents.usage.UsagePurge;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code llm-agents purge}. */
@Command(
        name = "purge",
        description = "Remove what is kept of a tenant on this machine: answers in the cache, lines of"
                + " the usage log, runs with the recordings of their calls.",
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done, also if there was nothing",
            "  2  wrong usage",
            "  3  a store cannot be read or written; what was removed before is said",
            "",
            "Examples:",
            "  llm-agents purge --tenant acme --dry-run",
            "  llm-agents purge --tenant acme --before 2026-11-01"
        })
final class PurgeCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Option(names = "--tenant", paramLabel = "NAME", required = true, description = "Whose data is to go.")
    private String tenant;

    @Option(
            names = "--before",
            paramLabel = "DATE",
            description = "Only what was kept before this day (2026-11-01) or moment of UTC, or so long ago (90d).")
    private String before;

    @Option(names = "--dry-run", description = "Say what would be removed; remove nothing.")
    private boolean dryRun;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // Read by the library alone.
    private boolean help;

    PurgeCommand(CommandContext context) {
        this.context = context;
    }

    /** A place where something of a tenant may be kept. */
    @FunctionalInterface
    private interface Store {
        /** Removes it, or looks what there is, and says so in a sentence. */
        String purge(String tenant, Optional<Instant> before, boolean dryRun) throws IOException;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Instant> moment = Optional.ofNullable(before)
                .map(text -> Moments.begin(text, context.time().now())
                        .orElseThrow(() -> wrong(
                                "'" + text + "' for --before is no time: write 2026-11-01, 2026-11-01T10:00 or 90d")));
        List<Store> stores = stores();
        if (stores.isEmpty()) {
            throw wrong("Nothing is kept, since neither HOME nor LLM_AGENTS_HOME is set");
        }
        for (Store store : stores) {
            context.streams().result(store.purge(tenant, moment, dryRun) + "\n");
        }
        return ExitCode.DONE.code();
    }

    /** Every store of the program; one that is added belongs into this list. */
    private List<Store> stores() {
        List<Store> stores = new ArrayList<>();
        Stores.cache(context)
                .ifPresent(cache -> stores.add((name, moment, dry) ->
                        CacheClearCommand.sentence(cache, new CacheStore.Selection(Optional.of(name), moment), dry)));
        Stores.usage(context).ifPresent(folder -> stores.add((name, moment, dry) -> usage(folder, name, moment, dry)));
        Stores.runs(context).ifPresent(runs -> stores.add((name, moment, dry) -> runs(runs, name, moment, dry)));
        return stores;
    }

    private static String runs(Runs runs, String tenant, Optional<Instant> before, boolean dryRun) throws IOException {
        Runs.Removed removed = runs.removeOf(tenant, before, dryRun);
        return (dryRun ? "Would remove " : "Removed ") + Stores.counted(removed.runs(), "run", "runs")
                + " with the recordings of their calls"
                + (removed.atWork() == 0 ? "." : "; left " + removed.atWork() + " at work: purge again once they end.");
    }

    private static String usage(Path folder, String tenant, Optional<Instant> before, boolean dryRun)
            throws IOException {
        UsagePurge.Removed removed = new UsagePurge(folder).remove(tenant, before, dryRun);
        return (dryRun ? "Would remove " : "Removed ") + Stores.counted(removed.lines(), "line", "lines") + " in "
                + Stores.counted(removed.files(), "file", "files") + " of the usage log.";
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
