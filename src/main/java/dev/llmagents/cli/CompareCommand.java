package dev.llmagents.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.llmagents.app.OutputFile;
import dev.llmagents.json.Json;
import dev.llmagents.json.NearName;
import dev.llmagents.report.compare.CompareFormats;
import dev.llmagents.report.compare.ComparedTeam;
import dev.llmagents.report.compare.Comparison;
import dev.llmagents.report.compare.Way;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code llm-agents compare}. Each way is the team's own command, one after the other, so that their times can be
 * compared and each is listed among the runs as what it is.
 */
@Command(
        name = "compare",
        description = "Work on one input in several ways and show side by side what each found, took and cost.",
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done",
            "  2  wrong usage or setting",
            "  3  unreadable or invalid input",
            "",
            "Examples:",
            "  llm-agents compare meetmind meeting.vtt --offline --model gpt-4o-mini --model gpt-4.1",
            "  llm-agents compare meetmind meeting.vtt --offline --replay recordings/meeting -o comparison.html",
            "  llm-agents compare svea bokforing.se --offline --model gpt-4.1",
            "  llm-agents compare felicia mission.yaml --offline --model gpt-4.1"
        })
final class CompareCommand implements Callable<Integer> {
    private static final int MOST = 8;
    private static final List<ExitCode> WITH_RESULT = List.of(ExitCode.DONE, ExitCode.DEGRADED, ExitCode.GATE);

    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "TEAM", description = "The team: meetmind, svea or felicia.")
    private String team;

    @Parameters(index = "1", paramLabel = "FILE", description = "One input, or - for standard input.")
    private String file;

    @Option(names = "--offline", description = "By the rules alone.")
    private boolean offline;

    @Option(names = "--model", paramLabel = "NAME", description = "By this model; give the option once for each.")
    private List<String> models = new ArrayList<>();

    @Option(
            names = "--replay",
            paramLabel = "DIR",
            description = "By the answers in this recording; give the option once for each.")
    private List<String> recordings = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, markdown, json or html; text in a terminal, markdown elsewhere.")
    private CompareFormats format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the comparison to this file.")
    private Path output;

    @Option(names = "--lang", paramLabel = "LANG", description = "The input's language, if it cannot be told.")
    private String language;

    @Option(names = "--tenant", paramLabel = "NAME", description = "Whose data it is.")
    private String tenant;

    @Option(names = "--no-cache", description = "Neither use the cache of models' answers nor add to it.")
    private boolean noCache;

    @Option(names = "--refresh", description = "Ask anew, and keep the new answers.")
    private boolean refresh;

    @Option(names = "--timeout", paramLabel = "DURATION", description = "How long a model call may take: 90s, 2m.")
    private String timeout;

    @Option(names = "--consent-unmasked", description = "Send text to models as it is: personal data is not masked.")
    private boolean consentUnmasked;

    @Option(names = "--config", paramLabel = "FILE", description = "Read settings from this file.")
    private String config;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing on standard error but failures.")
    private boolean quiet;

    @Option(names = "--no-color", description = "No colours; the variable NO_COLOR does the same.")
    private boolean noColor;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // Read by the library alone.
    private boolean help;

    CompareCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        ComparedTeam compared = team();
        Map<String, List<String>> ways = ways();
        if (!file.equals("-") && Files.isDirectory(Path.of(file))) {
            throw wrong(file + " is a folder: compare one file at a time");
        }
        Optional<Path> target = Optional.ofNullable(output).map(context.workingFolder()::resolve);
        if (target.isPresent()) {
            OutputFile.check(target.get());
        }
        byte[] stdin = file.equals("-") ? context.streams().in().readAllBytes() : new byte[0];
        List<Way> results = new ArrayList<>();
        for (Map.Entry<String, List<String>> way : ways.entrySet()) {
            results.add(work(compared, way.getKey(), way.getValue(), results.size(), stdin));
        }
        String name = file.equals("-") ? "stdin" : Path.of(file).getFileName().toString();
        boolean colour = context.terminal().colour() && !noColor && target.isEmpty();
        String text = chosenFormat()
                .renderer(context.terminal().columns(), colour)
                .render(Comparison.of(compared.label(), name, results));
        if (target.isPresent()) {
            OutputFile.write(target.get(), text);
        } else {
            context.streams().result(text);
        }
        return ExitCode.DONE.code();
    }

    private ComparedTeam team() {
        return Arrays.stream(ComparedTeam.values())
                .filter(known -> known.label().equals(team.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> known = Arrays.stream(ComparedTeam.values())
                            .map(ComparedTeam::label)
                            .toList();
                    return wrong("Unknown team '" + team + "'"
                            + NearName.to(team, known)
                                    .map(near -> ": did you mean " + near + "?")
                                    .orElse(":")
                            + " Write 'compare TEAM FILE' with one of " + String.join(", ", known));
                });
    }

    /** The options that make each way, by its name. */
    private Map<String, List<String>> ways() {
        Map<String, List<String>> ways = new LinkedHashMap<>();
        if (offline) {
            ways.put("offline", List.of("--offline"));
        }
        for (String model : new LinkedHashSet<>(models)) {
            ways.put(model, List.of("--model", model));
        }
        for (String recording : new LinkedHashSet<>(recordings)) {
            ways.put("replay " + recording, List.of("--replay", recording));
        }
        int wanted = (offline ? 1 : 0) + models.size() + recordings.size();
        if (ways.size() < wanted) {
            throw wrong("One way is given twice: give each --model and --replay once");
        }
        if (ways.size() < 2 || ways.size() > MOST) {
            throw wrong("Compare what? Give two to " + MOST + " of --offline, --model NAME and --replay DIR");
        }
        if (noCache && refresh) {
            throw wrong("--no-cache and --refresh contradict each other: give one of them");
        }
        return ways;
    }

    private Way work(ComparedTeam compared, String name, List<String> options, int number, byte[] stdin) {
        List<String> arguments = new ArrayList<>(List.of(compared.label(), compared.command(), file));
        arguments.addAll(options);
        arguments.addAll(List.of("--format", "json"));
        add(arguments, "--lang", language);
        add(arguments, "--tenant", tenant);
        add(arguments, "--config", config);
        boolean asks = options.contains("--model");
        if (asks) {
            add(arguments, "--timeout", timeout);
            addIf(arguments, "--no-cache", noCache);
            addIf(arguments, "--refresh", refresh);
            addIf(arguments, "--consent-unmasked", consentUnmasked);
        }
        if (!quiet && context.terminal().err()) {
            context.streams().tell("At work: " + name);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal pipe = new Terminal(false, false, context.terminal().columns(), false);
        int code = new CommandLineRun(context.asking(new Streams(new ByteArrayInputStream(stdin), out, err), pipe))
                .run(arguments.toArray(String[]::new));
        ExitCode exit = Arrays.stream(ExitCode.values())
                .filter(known -> known.code() == code)
                .findFirst()
                .orElse(ExitCode.INTERNAL);
        if (!WITH_RESULT.contains(exit)) {
            throw new CommandFailure(
                    exit, name + ": " + err.toString(StandardCharsets.UTF_8).strip());
        }
        try {
            return Way.of(number, name, compared, Json.parse(out.toString(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a team's command has printed something that is no JSON", e);
        }
    }

    private static void add(List<String> arguments, String option, String value) {
        if (value != null) {
            arguments.add(option);
            arguments.add(value);
        }
    }

    private static void addIf(List<String> arguments, String option, boolean wanted) {
        if (wanted) {
            arguments.add(option);
        }
    }

    private CompareFormats chosenFormat() {
        return Optional.ofNullable(format)
                .or(() -> Optional.ofNullable(output).flatMap(path -> CompareFormats.ofFile(path.toString())))
                .orElse(output == null && context.terminal().out() ? CompareFormats.TEXT : CompareFormats.MARKDOWN);
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
