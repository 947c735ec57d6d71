package dev.llmagents.app;

import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.file.LockFile;
import dev.llmagents.json.Sha256;
import dev.llmagents.llm.AtRest;
import dev.llmagents.llm.Attempt;
import dev.llmagents.llm.LLMStep;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.record.CallLog;
import dev.llmagents.record.KeptCall;
import dev.llmagents.record.KeptCalls;
import dev.llmagents.record.ReadInput;
import dev.llmagents.record.RecordStep;
import dev.llmagents.record.Recording;
import dev.llmagents.record.RunFolder;
import dev.llmagents.record.RunRecord;
import dev.llmagents.record.Runs;
import dev.llmagents.record.Secrets;
import dev.llmagents.record.Terms;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

/** What one run that asks models leaves behind: its folder among the runs, and a recording if one is wanted. */
final class RunTrail implements AutoCloseable {
    private final Keeping keeping;
    private final String runId;
    private final String tenant;
    private final int runsKept;
    private final Terms terms;
    private final TimeSource time;
    private final Consumer<String> warnings;
    private final Optional<Runs> runs;
    private final Secrets secrets;
    private final CallLog log;
    private final KeptCalls earlier;
    private Optional<RunRecord> outline = Optional.empty();
    private Optional<LockFile.Held> lock = Optional.empty();

    RunTrail(
            Keeping keeping,
            String runId,
            Settings settings,
            Optional<Path> state,
            Terms terms,
            TimeSource time,
            Consumer<String> warnings) {
        this.keeping = keeping;
        this.runId = runId;
        this.tenant = settings.tenant();
        this.runsKept = settings.stores().runs();
        this.time = time;
        this.warnings = warnings;
        boolean leavesRun = keeping.command().isPresent()
                && (runsKept > 0 || keeping.resumption().isPresent());
        this.runs = state.filter(folder -> leavesRun).map(folder -> new Runs(folder.resolve("runs")));
        List<String> known =
                new ArrayList<>(keeping.command().map(Keeping.Command::secrets).orElse(List.of()));
        settings.openAiKey().map(Secret::value).ifPresent(known::add);
        this.secrets = new Secrets(known);
        this.terms = terms.scrubbed(secrets);
        this.log = new CallLog(
                runs.map(all -> all.run(runId).callFile()), keeping.record().isPresent(), warnings);
        this.earlier =
                new KeptCalls(folder().filter(folder -> keeping.resumption().isPresent())
                        .map(RunFolder::standingCalls)
                        .orElse(List.of()));
    }

    /**
     * The step that keeps the run's calls; none if nothing of it is kept.
     *
     * @param price what a billed attempt cost; empty if unknown
     */
    List<LLMStep> steps(Function<Attempt, Optional<BigDecimal>> price) {
        if (runs.isEmpty() && keeping.record().isEmpty()) {
            return List.of();
        }
        boolean retryFailed =
                keeping.resumption().map(Keeping.Resumption::retryFailed).orElse(false);
        return List.of(new RecordStep(earlier, retryFailed, log, atRest(terms.sent()), secrets, price, time));
    }

    static AtRest atRest(Terms.Sent sent) {
        return sent == Terms.Sent.MASKED ? AtRest.AS_SENT : new MaskedAtRest();
    }

    /**
     * Notes what the run is about to read.
     *
     * @return the inputs to read; what was piped in is held, since it cannot be read twice
     * @throws IOException if the run cannot be carried on, or nothing may be recorded where it should be
     */
    List<Inputs.Input> begin(List<Inputs.Input> inputs) throws IOException {
        List<ReadInput> read = new ArrayList<>();
        List<Inputs.Input> toRead = new ArrayList<>();
        for (Inputs.Input input : inputs) {
            toRead.add(noted(input, read));
        }
        if (keeping.replay().isPresent()) {
            compare(keeping.replay().get(), read);
            return toRead;
        }
        if (keeping.record().isPresent()) {
            Recording.check(keeping.record().get());
        }
        if (keeping.resumption().isPresent()) {
            carryOn(keeping.resumption().get().run(), read);
        } else {
            start(read);
        }
        return toRead;
    }

    private void compare(Recording recording, List<ReadInput> read) {
        for (ReadInput input : read) {
            boolean known = recording.inputs().stream()
                    .anyMatch(before -> before.sha256().equals(input.sha256()));
            if (!known && !input.sha256().isEmpty()) {
                warnings.accept(input.name() + " is not the input of the recording " + recording.folder()
                        + ", so not every question may be in it.");
            }
        }
    }

    private static Inputs.Input noted(Inputs.Input input, List<ReadInput> read) {
        boolean piped = input.isStandardInput();
        try {
            byte[] bytes = input.bytes().read();
            read.add(new ReadInput(input.name(), Sha256.of(bytes), bytes.length, piped));
            return piped ? new Inputs.Input(input.name(), input.fromFolder(), () -> bytes) : input;
        } catch (UnreadableInputException unreadable) {
            // Whoever reads it for its sake tells the user.
            read.add(new ReadInput(input.name(), "", 0, piped));
            if (!piped) {
                return input;
            }
            return new Inputs.Input(input.name(), input.fromFolder(), () -> {
                throw unreadable;
            });
        }
    }

    private void carryOn(RunRecord run, List<ReadInput> read) throws IOException {
        if (!run.tenant().equals(tenant)) {
            // Answers never cross tenants.
            throw new SettingsException("The run " + run.id() + " is of tenant " + run.tenant() + ", not of " + tenant
                    + ": set LLM_AGENTS_TENANT to " + run.tenant() + " to resume it.");
        }
        for (ReadInput before : run.inputs()) {
            boolean there = read.stream().anyMatch(now -> now.name().equals(before.name()));
            boolean same = read.stream()
                    .anyMatch(now ->
                            now.name().equals(before.name()) && now.sha256().equals(before.sha256()));
            if (!same) {
                throw new IOException("The input " + before.name() + " of run " + run.id()
                        + (there ? " has changed since" : " is no longer there")
                        + ": run the command itself instead of resuming it.");
            }
        }
        if (read.size() > run.inputs().size()) {
            throw new IOException("There are " + read.size() + " inputs where run " + run.id() + " had "
                    + run.inputs().size() + ": run the command itself instead of resuming it.");
        }
        RunFolder folder = folder().orElseThrow();
        try {
            lock = Optional.of(folder.lock());
        } catch (IOException taken) {
            throw new IOException("The run " + run.id() + " is still at work: wait for it, or end it.", taken);
        }
        log.startWith(folder.calls());
        write(new RunRecord(
                run.id(),
                run.version(),
                run.command(),
                run.arguments(),
                run.repeatable(),
                run.workingFolder(),
                run.tenant(),
                terms,
                run.inputs(),
                run.started(),
                Optional.empty(),
                RunRecord.Status.RUNNING,
                OptionalInt.empty(),
                run.totals()));
    }

    private void start(List<ReadInput> read) {
        keeping.command().ifPresent(command -> {
            List<String> arguments =
                    command.arguments().stream().map(secrets::scrub).toList();
            RunRecord run = new RunRecord(
                    runId,
                    command.version(),
                    command.name(),
                    arguments,
                    arguments.equals(command.arguments()),
                    command.workingFolder().toAbsolutePath().normalize().toString(),
                    tenant,
                    terms,
                    read,
                    time.now(),
                    Optional.empty(),
                    RunRecord.Status.RUNNING,
                    OptionalInt.empty(),
                    RunRecord.Totals.of(List.of()));
            outline = Optional.of(run);
            if (folder().isEmpty()) {
                return;
            }
            try {
                lock = Optional.of(folder().get().lock());
                write(run);
            } catch (IOException e) {
                warnings.accept("This run will be neither listed nor resumed: " + e.getMessage() + ".");
            }
        });
    }

    /**
     * Notes how the run ended, and writes the recording if one is wanted.
     *
     * @param isDone whether it came to a result
     * @param tell hears of what was written and what could not be
     * @throws IOException if the recording cannot be written
     */
    void finished(int exitCode, boolean isDone, Consumer<String> tell) throws IOException {
        end(isDone ? RunRecord.Status.DONE : RunRecord.Status.FAILED, OptionalInt.of(exitCode), tell);
        if (keeping.record().isPresent() && outline.isPresent()) {
            List<KeptCall> calls = RunRecord.standing(log.all());
            new Recording(
                            keeping.record().get(),
                            outline.get().command(),
                            terms,
                            outline.get().inputs(),
                            calls)
                    .write();
            tell.accept("Recorded " + calls.size() + (calls.size() == 1 ? " call" : " calls") + " in "
                    + keeping.record().get() + ".");
        }
        if (log.leftOut() > 0) {
            tell.accept(log.leftOut() + " answers were not kept, since they hold a secret or cannot be masked so that"
                    + " they come back as they were.");
        }
    }

    private void end(RunRecord.Status status, OptionalInt exitCode, Consumer<String> tell) {
        if (lock.isEmpty() || outline.isEmpty()) {
            return;
        }
        try {
            write(outline.get()
                    .ended(
                            time.now(),
                            status,
                            exitCode,
                            RunRecord.Totals.of(folder().orElseThrow().calls())));
            lock.get().close();
            lock = Optional.empty();
            // Carrying on a run that was kept is no reason to remove another.
            if (runs.isPresent() && runsKept > 0) {
                runs.get().keepNewest(runsKept);
            }
        } catch (IOException e) {
            tell.accept("The end of the run could not be noted: " + e.getMessage() + ".");
        }
    }

    private void write(RunRecord run) throws IOException {
        outline = Optional.of(run);
        folder().orElseThrow().write(run);
    }

    private Optional<RunFolder> folder() {
        return runs.map(all -> all.run(runId));
    }

    /** A run that has not said that it finished has failed. */
    @Override
    public void close() {
        end(RunRecord.Status.FAILED, OptionalInt.empty(), warnings);
    }
}
