package dev.llmagents.cli;

import dev.llmagents.app.Durations;
import dev.llmagents.cache.CacheStore;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code llm-agents cache clear}. */
@Command(
        name = "clear",
        description = "Remove kept answers; all of them without an option. Runs that go on just now are not disturbed.",
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done, also if there was nothing",
            "  2  wrong usage",
            "  3  the cache cannot be read or written",
            "",
            "Examples:",
            "  llm-agents cache clear --older-than 7d",
            "  llm-agents cache clear --tenant acme --dry-run"
        })
final class CacheClearCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Option(names = "--tenant", paramLabel = "NAME", description = "Only answers to this tenant's questions.")
    private String tenant;

    @Option(names = "--older-than", paramLabel = "DURATION", description = "Only answers made so long ago: 12h, 7d.")
    private String olderThan;

    @Option(names = "--dry-run", description = "Say what would be removed; remove nothing.")
    private boolean dryRun;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // Read by the library alone.
    private boolean help;

    CacheClearCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        CacheStore cache = Stores.cache(context)
                .orElseThrow(() -> wrong("There is no cache, since neither HOME nor LLM_AGENTS_HOME is set"));
        Optional<Instant> before = Optional.ofNullable(olderThan)
                .map(text -> Durations.parse(text)
                        .map(context.time().now()::minus)
                        .orElseThrow(() -> wrong("'" + text + "' for --older-than is no duration such as 12h or 7d")));
        CacheStore.Selection selection = new CacheStore.Selection(Optional.ofNullable(tenant), before);
        context.streams().result(sentence(cache, selection, dryRun) + "\n");
        return ExitCode.DONE.code();
    }

    /** Removes what is meant, or looks what it is, and says so. */
    static String sentence(CacheStore cache, CacheStore.Selection selection, boolean dryRun) throws IOException {
        CacheStore.Removed removed = dryRun ? cache.wouldRemove(selection) : cache.remove(selection);
        return (dryRun ? "Would remove " : "Removed ")
                + Stores.counted(removed.entries(), "answer", "answers") + " (" + Stores.size(removed.bytes()) + ")"
                + (removed.setAside() == 0
                        ? ""
                        : " and " + Stores.counted(removed.setAside(), "damaged file", "damaged files"))
                + " from the cache.";
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
