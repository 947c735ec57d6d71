package dev.llmagents.cli;

import dev.llmagents.app.Inputs;
import dev.llmagents.app.OutputFile;
import dev.llmagents.app.SieConversion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code llm-agents svea convert}. */
@Command(
        name = "convert",
        description = "Turn a SIE file into JSON or CSV, or write it anew in the encoding the format asks for.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  llm-agents svea convert bokforing.se --to json -o bokforing.json",
            "  llm-agents svea convert utf8.se --to cp437 -o pc8.se"
        })
final class ConvertCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "FILE", description = "A SIE file, or - for standard input.")
    private String file;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FORM",
            description = "json, csv (a line for each row of a voucher), accounts (CSV) or cp437 (SIE).")
    private SieConversion to;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file.")
    private Path output;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // Read by the library alone.
    private boolean help;

    ConvertCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (output != null) {
            OutputFile.check(context.workingFolder().resolve(output));
        }
        Inputs.Input input = Inputs.of(
                        List.of(file), context.streams().in(), dev.llmagents.app.SveaRun.DOCUMENTS)
                .get(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> lost = to.convert(input.name(), input.bytes().read(), bytes);
        if (output != null) {
            OutputFile.write(context.workingFolder().resolve(output), bytes.toByteArray());
        } else {
            context.streams().out().write(bytes.toByteArray());
            context.streams().out().flush();
        }
        if (!lost.isEmpty()) {
            context.streams()
                    .tell("Letters that CP437 does not have were written as question marks: " + String.join(", ", lost)
                            + ".");
        }
        return ExitCode.DONE.code();
    }
}
