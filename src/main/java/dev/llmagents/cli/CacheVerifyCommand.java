package dev.llmagents.cli;

import dev.llmagents.cache.CacheStore;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code llm-agents cache verify}. */
@Command(
        name = "verify",
        description = "Read every kept answer and report what is damaged.",
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  all is whole",
            "  2  wrong usage",
            "  3  the cache cannot be read",
            "  7  something is damaged; runs leave it out, and 'cache clear' starts anew"
        })
final class CacheVerifyCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // Read by the library alone.
    private boolean help;

    CacheVerifyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        CacheStore.Verdict verdict = Stores.cache(context)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "There is no cache, since neither HOME nor LLM_AGENTS_HOME is set"))
                .verify();
        StringBuilder text = new StringBuilder();
        verdict.damaged().forEach(sentence -> text.append(sentence).append('\n'));
        text.append(Stores.counted(verdict.records(), "whole answer", "whole answers"))
                .append(" in ")
                .append(Stores.counted(verdict.files(), "file", "files"))
                .append(verdict.damaged().isEmpty() ? ", nothing damaged.\n" : ".\n");
        context.streams().result(text.toString());
        return (verdict.damaged().isEmpty() ? ExitCode.DONE : ExitCode.GATE).code();
    }
}
