package dev.llmagents.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.agent.AgentReply;
import dev.llmagents.agent.Workflow;
import dev.llmagents.app.App;
import dev.llmagents.app.ArtefactFolder;
import dev.llmagents.app.FeliciaRun;
import dev.llmagents.app.Inputs;
import dev.llmagents.document.InputFile;
import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.json.Json;
import dev.llmagents.report.RunFacts;
import dev.llmagents.report.felicia.TradeFiles;
import dev.llmagents.report.felicia.TradeFormats;
import dev.llmagents.team.felicia.FeliciaCase;
import dev.llmagents.team.felicia.FeliciaTeam;
import dev.llmagents.team.felicia.mission.MissionException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Felicia's Finance as tools: a mission's plan on paper with verdict and checks, and its banking requests alone. Files are
 * written only if the server was started with a folder for them.
 */
public final class FeliciaTools {
    private static final int MOST_PROBLEMS = 10;

    private final ToolRuns runs;
    private final ReadableFolder folder;
    private final Optional<WritableFolder> out;

    private FeliciaTools(ToolRuns runs, ReadableFolder folder, Optional<WritableFolder> out) {
        this.runs = runs;
        this.folder = folder;
        this.out = out;
    }

    /** @param out where files may be written; empty for nowhere */
    public static List<Tool> of(ToolRuns runs, ReadableFolder folder, Optional<WritableFolder> out) {
        FeliciaTools tools = new FeliciaTools(runs, folder, out);
        return List.of(
                Tool.of("felicia_trade", "felicia.trade.1", tools::trade),
                Tool.of("felicia_bank", "felicia.bank.1", tools::bank));
    }

    private Tool.Answer trade(JsonNode arguments) throws ToolFailure {
        Optional<Path> target = target(arguments);
        FeliciaRun.Opened opened = open(arguments);
        List<String> warnings = new ArrayList<>();
        long start = runs.nanos();
        try (App app = runs.open(warnings::add)) {
            FeliciaRun run = new FeliciaRun(app.felicia(), app.access(), Workflow.Listener.NONE);
            // Nothing is noted: an assistant that asks twice gets the same plan twice.
            FeliciaTeam.Result result = run.trade(opened, new FeliciaRun.Wish(Optional.empty(), false, true));
            RunFacts facts = facts(app, "trade", result.report().felicia(), result.agents(), warnings, start);
            write(target, TradeFiles.of(result), TradeFiles.NAMES);
            return answer(TradeFormats.MARKDOWN.render(result, facts), TradeFormats.JSON.render(result, facts), target);
        } catch (UnreadableInputException unreadable) {
            throw new ToolFailure(unreadable.getMessage(), unreadable);
        }
    }

    private Tool.Answer bank(JsonNode arguments) throws ToolFailure {
        Optional<Path> target = target(arguments);
        FeliciaRun.Opened opened = open(arguments);
        List<String> warnings = new ArrayList<>();
        long start = runs.nanos();
        try (App app = runs.open(warnings::add)) {
            FeliciaTeam.BankResult result =
                    new FeliciaRun(app.felicia(), app.access(), Workflow.Listener.NONE).bank(opened);
            RunFacts facts = facts(app, "bank", result.felicia(), result.agents(), warnings, start);
            write(target, TradeFiles.of(result), TradeFiles.BANK_NAMES);
            return answer(TradeFormats.MARKDOWN.render(result, facts), TradeFormats.JSON.render(result, facts), target);
        } catch (UnreadableInputException unreadable) {
            throw new ToolFailure(unreadable.getMessage(), unreadable);
        }
    }

    private FeliciaRun.Opened open(JsonNode arguments) throws ToolFailure {
        Path file = folder.file(arguments.path("path").asText());
        Inputs.Input input = new Inputs.Input(
                file.getFileName().toString(), false, () -> InputFile.read(file, InputFile.DEFAULT_LIMIT));
        try {
            // A mission names files, and it may have been written by anybody: those outside are not there.
            return FeliciaRun.open(input, file.getParent(), Days.in(arguments, "as_of"), folder::holdsFile);
        } catch (MissionException refused) {
            throw new ToolFailure(
                    refused.problems().stream()
                            .limit(MOST_PROBLEMS)
                            .map(problem -> input.name() + ", line " + problem.line() + ": " + problem.message())
                            .collect(Collectors.joining("\n")),
                    refused);
        } catch (UnreadableInputException unreadable) {
            throw new ToolFailure(unreadable.getMessage(), unreadable);
        }
    }

    private Optional<Path> target(JsonNode arguments) throws ToolFailure {
        if (!arguments.hasNonNull("out")) {
            return Optional.empty();
        }
        if (out.isEmpty()) {
            throw new ToolFailure("This server writes no files: start it with --out DIR to have them written below DIR,"
                    + " or leave out 'out'.");
        }
        return Optional.of(out.get().folder(arguments.path("out").asText()));
    }

    private static void write(Optional<Path> target, Map<String, byte[]> files, Set<String> names) throws ToolFailure {
        if (target.isEmpty()) {
            return;
        }
        try {
            ArtefactFolder.write(target.get(), files, names);
        } catch (IOException e) {
            throw new ToolFailure("The files could not be written to " + target.get() + ".", e);
        }
    }

    private RunFacts facts(
            App app,
            String command,
            FeliciaCase felicia,
            List<AgentReply<?>> replies,
            List<String> warnings,
            long start) {
        return runs.told(app, command, felicia, replies, warnings).facts(Duration.ofNanos(runs.nanos() - start));
    }

    private static Tool.Answer answer(String text, String json, Optional<Path> target) {
        String told = target.map(folder -> text + "\nThe files are in " + folder + ".\n")
                .orElse(text);
        try {
            return new Tool.Answer(told, (ObjectNode) Json.parse(json));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the report's own JSON cannot be read", impossible);
        }
    }
}
