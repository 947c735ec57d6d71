package dev.llmagents.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.cache.CacheStore;
import dev.llmagents.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code llm-agents cache stats}. */
@Command(
        name = "stats",
        description = "Show how large the cache is and how often it had an answer.",
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {"  0  done, also if there is no cache yet", "  2  wrong usage", "  3  the cache cannot be read"})
final class CacheStatsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json; table if not given.")
    private Format format = Format.TABLE;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // Read by the library alone.
    private boolean help;

    enum Format {
        TABLE,
        JSON
    }

    CacheStatsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        CacheStore.Summary facts = Stores.cache(context)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "There is no cache, since neither HOME nor LLM_AGENTS_HOME is set"))
                .summary();
        context.streams().result(format == Format.JSON ? json(facts) : table(facts));
        return ExitCode.DONE.code();
    }

    private static String json(CacheStore.Summary facts) {
        ObjectNode node = Json.object();
        node.put("folder", facts.folder().toString());
        node.put("entries", facts.entries());
        node.put("bytes", facts.bytes());
        node.put("generations", facts.generations());
        node.put("generationBytes", facts.generationBytes());
        node.put("journals", facts.journals());
        node.put("journalBytes", facts.journalBytes());
        node.put("setAside", facts.setAside());
        node.put("oldest", facts.oldest().map(Instant::toString).orElse(null));
        node.put("hits", facts.hits());
        node.put("misses", facts.misses());
        node.put("hitRate", facts.hitRate().orElse(null));
        return Json.write(node) + "\n";
    }

    private static String table(CacheStore.Summary facts) {
        String rate = facts.hitRate()
                .map(share -> String.format(Locale.ROOT, " (%.1f %% of questions)", share * 100))
                .orElse("");
        return "Folder       " + facts.folder() + "\n"
                + "Answers      " + facts.entries() + "\n"
                + "Size         " + Stores.size(facts.bytes()) + "\n"
                + "Generations  " + facts.generations() + ", " + Stores.size(facts.generationBytes()) + "\n"
                + "Journals     " + facts.journals() + ", " + Stores.size(facts.journalBytes()) + "\n"
                + "Oldest       "
                + facts.oldest()
                        .map(moment -> moment.truncatedTo(ChronoUnit.SECONDS).toString())
                        .orElse("-")
                + "\n"
                + "Hits         " + facts.hits() + rate + "\n"
                + "Misses       " + facts.misses() + "\n"
                + (facts.setAside() > 0 ? "Set aside    " + facts.setAside() + " damaged\n" : "");
    }
}
