package dev.llmagents.cli.repl;

import dev.llmagents.app.Doctor;
import dev.llmagents.app.Health;
import dev.llmagents.app.Mode;
import dev.llmagents.app.OutputFile;
import dev.llmagents.app.Settings;
import dev.llmagents.json.NearName;
import dev.llmagents.record.RunRecord;
import dev.llmagents.record.Runs;
import dev.llmagents.report.RunFacts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Does what the commands of the session itself ask for. Each returns an exit code, as the program's commands do. */
final class SlashCommands {
    private static final int DONE = 0;
    private static final int USAGE = 2;
    private static final int INPUT = 3;
    private static final String SETTINGS = "-";

    private final Outside outside;
    private final Session session;
    private final Voice voice;
    private final Function<List<String>, Integer> commands;

    /** @param commands runs a command line of the program */
    SlashCommands(Outside outside, Session session, Voice voice, Function<List<String>, Integer> commands) {
        this.outside = outside;
        this.session = session;
        this.voice = voice;
        this.commands = commands;
    }

    /** @param argument what stands behind the command; may be empty */
    int run(Slash slash, String argument) throws IOException {
        return switch (slash) {
            case HELP -> help();
            case COST -> cost();
            case BUDGET -> commands.apply(List.of("stats", "--budget"));
            case MODE -> mode(argument);
            case MODEL -> model(argument);
            case TENANT -> tenant(argument);
            case AGENTS -> agents();
            case WHY -> why(argument);
            case TRACE -> trace();
            case REPLAY -> replay(argument);
            case SAVE -> save(argument);
            case QUIT -> DONE;
        };
    }

    private int help() {
        voice.say(
                "Every command of the program as in the shell, without 'llm-agents'; COMMAND --help tells its options.");
        voice.say("A question about the last report in your own words: three words or more, or a question mark.");
        List<List<String>> rows = new ArrayList<>();
        for (Slash slash : Slash.values()) {
            rows.add(List.of(slash.label(), slash.argument(), slash.does()));
        }
        voice.table(rows);
        voice.say(
                "Keys: TAB completes, Ctrl-R searches what was typed before, a \\ at the end goes on in the next line.");
        voice.say("Ctrl-C ends a running command, a second one leaves it behind; at the prompt it clears the line.");
        voice.say("'meetmind analyze -' takes text you paste, up to a line of a single point.");
        return DONE;
    }

    private int cost() {
        Session.Cost cost = session.cost();
        voice.table(List.of(
                List.of("runs that could ask a model", Long.toString(cost.runs())),
                List.of(
                        "calls",
                        cost.calls() + " (" + cost.cached() + " from the cache, " + cost.failed() + " failed)"),
                List.of("tokens billed", cost.prompt() + " of prompts, " + cost.completion() + " of answers"),
                List.of(
                        "cost",
                        usd(cost.costUsd())
                                + (cost.unpriced() == 0
                                        ? ""
                                        : " and " + cost.unpriced() + " attempts whose price is not known")),
                List.of("saved by the cache", usd(cost.savedUsd()))));
        return DONE;
    }

    private static String usd(BigDecimal amount) {
        return (amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString()) + " USD";
    }

    private int mode(String wanted) {
        List<String> modes = Arrays.stream(Mode.values()).map(Mode::label).toList();
        if (wanted.isEmpty()) {
            return show("mode", session.defaults().mode().map(Mode::label));
        }
        if (!wanted.equals(SETTINGS) && !modes.contains(wanted.toLowerCase(Locale.ROOT))) {
            return wrong("There is no mode '" + wanted + "': use one of " + String.join(", ", modes) + ", or -.");
        }
        session.defaults(session.defaults()
                .withMode(
                        wanted.equals(SETTINGS)
                                ? Optional.empty()
                                : Optional.of(Mode.valueOf(wanted.toUpperCase(Locale.ROOT)))));
        return DONE;
    }

    private int model(String wanted) {
        if (wanted.isEmpty()) {
            return show("model", session.defaults().model());
        }
        if (wanted.contains(" ")) {
            return wrong("A model's name has no blanks: 'models list' names those that can be asked.");
        }
        session.defaults(session.defaults().withModel(unlessSettings(wanted)));
        return DONE;
    }

    private int tenant(String wanted) {
        if (wanted.isEmpty()) {
            return show("tenant", session.defaults().tenant());
        }
        if (!wanted.equals(SETTINGS) && !wanted.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            return wrong("A tenant's name has letters, digits, '.', '_' and '-' only, at most 64 of them.");
        }
        session.defaults(session.defaults().withTenant(unlessSettings(wanted)));
        return DONE;
    }

    private static Optional<String> unlessSettings(String wanted) {
        return wanted.equals(SETTINGS) ? Optional.empty() : Optional.of(wanted);
    }

    private int show(String what, Optional<String> value) {
        voice.say(what + ": " + value.orElse("that of the settings"));
        return DONE;
    }

    private int agents() {
        Settings settings = outside.settings(session.defaults(), voice::tell);
        List<Health.AgentState> agents = new Doctor(settings, outside.folders(), outside.time(), outside.random())
                .agents(session.defaults().model());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("TEAM", "AGENT", "TIER", "ANSWERS NOW", "WHY"));
        for (Health.AgentState agent : agents) {
            rows.add(List.of(
                    agent.team(),
                    agent.id(),
                    agent.tier(),
                    agent.model().orElse("rules"),
                    agent.why().orElse("")));
        }
        voice.table(rows);
        return DONE;
    }

    private int why(String field) {
        Optional<LastReport> report = session.report();
        if (report.isEmpty()) {
            return noReport();
        }
        Why why = new Why(report.get());
        if (field.isEmpty()) {
            return wrong("Which field? For instance /why "
                    + why.fields().stream().findFirst().orElse("decisions[0]")
                    + ", or some of its words; TAB completes.");
        }
        Why.Answer answer = why.of(field);
        if (!answer.isFound()) {
            return wrong(answer.text());
        }
        voice.say(answer.text());
        return DONE;
    }

    private int noReport() {
        voice.tell(
                "There is no report yet: 'meetmind analyze FILE', 'svea comply FILE' or 'felicia trade MISSION' makes one.");
        return INPUT;
    }

    private int trace() {
        Optional<LastReport> report = session.report();
        if (report.isEmpty()) {
            return noReport();
        }
        RunFacts facts = report.get().facts();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("AGENT", "SOURCE", "MODEL", "TIME", "TOKENS", "USD", "REASON"));
        for (RunFacts.AgentRow row : facts.agents()) {
            rows.add(List.of(
                    row.id(),
                    row.source().label(),
                    row.model()
                            .map(model -> row.provider().map(by -> by + "/").orElse("") + model)
                            .orElse("-"),
                    row.latency().toMillis() + " ms",
                    row.calls() == 0 ? "-" : row.promptTokens() + "+" + row.completionTokens(),
                    row.calls() == 0
                            ? "-"
                            : row.costUsd()
                                    .map(cost -> cost.stripTrailingZeros().toPlainString())
                                    .orElse("?"),
                    row.reason().orElse("")));
        }
        voice.table(rows);
        voice.say("Run " + facts.runId() + ": " + facts.team() + " " + facts.command() + ", "
                + facts.performance().wall().toMillis() + " ms, "
                + facts.costUsd().map(SlashCommands::usd).orElse("at a price that is not known"));
        return DONE;
    }

    private int replay(String wanted) throws IOException {
        Optional<Runs> runs = outside.folders().state().map(state -> new Runs(state.resolve("runs")));
        List<String> ids = runs.isEmpty() ? List.of() : runs.get().ids();
        if (wanted.isEmpty()) {
            Optional<LastReport> report = session.report();
            if (report.isEmpty()) {
                return noReport();
            }
            if (!ids.contains(report.get().facts().runId())) {
                return again();
            }
            return resume(runs.orElseThrow(), report.get().facts().runId());
        }
        List<String> meant = ids.stream()
                .filter(id -> id.startsWith(wanted.toLowerCase(Locale.ROOT)))
                .toList();
        if (meant.size() != 1) {
            return wrong(
                    meant.isEmpty()
                            ? "There is no run '" + wanted + "': 'runs list' lists those that asked a model."
                            : "'" + wanted + "' is the beginning of " + meant.size() + " runs: write more of "
                                    + String.join(", ", meant.subList(0, Math.min(5, meant.size()))) + ".");
        }
        return resume(runs.orElseThrow(), meant.get(0));
    }

    /** A run that asked no model: the rules say the same again. */
    private int again() {
        List<String> command = session.reportCommand();
        if (command.contains("-")) {
            return wrong("The last run read text that was typed, which is not kept: run its command again.");
        }
        if (command.contains("resume") || command.contains("--replay") || command.contains("--offline")) {
            return commands.apply(command);
        }
        List<String> offline = new ArrayList<>(command);
        int mode = offline.indexOf("--mode");
        if (mode >= 0 && mode + 1 < offline.size()) {
            offline.set(mode + 1, Mode.OFFLINE.label());
        } else {
            offline.add(Math.min(2, offline.size()), "--offline");
        }
        voice.tell("That run asked no model: the rules once more.");
        return commands.apply(offline);
    }

    private int resume(Runs runs, String id) {
        Optional<RunRecord> record = runs.run(id).outline();
        if (record.isEmpty() || record.get().status() != RunRecord.Status.DONE) {
            return wrong("The run " + id + " did not come to its end, so a model would have to be asked: 'runs resume "
                    + id + "' carries on with it.");
        }
        return commands.apply(List.of("runs", "resume", id, "--quiet"));
    }

    private int save(String file) throws IOException {
        Optional<LastReport> report = session.report();
        if (report.isEmpty()) {
            return noReport();
        }
        if (file.isEmpty()) {
            return wrong("To which file? For instance /save minutes.html; .md, .txt, .json, .csv and .sarif do too.");
        }
        Optional<String> text = report.get().forFile(file);
        if (text.isEmpty()) {
            return wrong("This report cannot be had as '" + file
                    + "': name a file that ends in .md, .txt, .json, .html, or .csv where the team has tables.");
        }
        Path path = outside.workingFolder().resolve(file);
        OutputFile.check(path);
        OutputFile.write(path, text.get());
        voice.tell("Saved " + file + ".");
        return DONE;
    }

    /** What was meant by a word that is no command of the session. */
    int unknown(String word) {
        List<String> labels = Arrays.stream(Slash.values()).map(Slash::label).toList();
        return wrong("There is no " + word
                + NearName.to(word, labels)
                        .map(near -> ": did you mean " + near + "?")
                        .orElse(".") + " /help lists all.");
    }

    private int wrong(String sentence) {
        voice.tell(sentence);
        return USAGE;
    }
}
