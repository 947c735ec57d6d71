package dev.llmagents.app;

import dev.llmagents.agent.ModelAccess;
import dev.llmagents.agent.Workers;
import dev.llmagents.agent.Workflow;
import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.json.Sha256;
import dev.llmagents.team.svea.OpenedCase;
import dev.llmagents.team.svea.SveaTeam;
import dev.llmagents.team.svea.book.BookOptions;
import dev.llmagents.team.svea.rule.RuleCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/** Reads what a company has handed in, has the rules judge it and the team report. */
public final class SveaRun {
    /** What is looked at in a folder. */
    public static final Inputs.Kind DOCUMENTS = new Inputs.Kind(
            "bookkeeping file, invoice, register or policy",
            Set.of("se", "si", "sie", "xml", "csv", "yaml", "yml", "json", "md", "markdown", "txt", "pdf", "docx"));

    private final SveaTeam team;
    private final RuleCatalogue catalogue;
    private final ModelAccess access;
    private final BookOptions options;
    private final Workflow.Listener listener;

    public SveaRun(
            SveaTeam team,
            RuleCatalogue catalogue,
            ModelAccess access,
            BookOptions options,
            Workflow.Listener listener) {
        this.team = team;
        this.catalogue = catalogue;
        this.access = access;
        this.options = options;
        this.listener = listener;
    }

    /** An input that was read. */
    public record Read(String name, String sha256, long bytes) {}

    /**
     * What came of a run.
     *
     * @param problems why inputs that were named could not be used, a sentence each
     * @param skipped why files found in a folder were left out, a sentence each
     * @param names of people and companies in the inputs, which no model may see as they are
     * @param result empty if no input could be used
     */
    public record Outcome(
            List<Read> inputs,
            List<String> problems,
            List<String> skipped,
            List<String> warnings,
            List<String> names,
            Optional<SveaTeam.Result> result) {}

    /**
     * Judges all inputs together, as the papers of one company.
     *
     * @param isComparison whether the first two are an earlier and a later export of the same books
     * @param isBundleAsked whether somebody wants the ERPNext files
     */
    public Outcome comply(List<Inputs.Input> inputs, boolean isComparison, boolean isBundleAsked) {
        OpenedCase.Reader reader = new OpenedCase.Reader(catalogue, options);
        List<Read> read = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (Inputs.Input input : inputs) {
            try {
                byte[] bytes = input.bytes().read();
                reader.add(new OpenedCase.Given(input.name(), bytes));
                read.add(new Read(input.name(), Sha256.of(bytes), bytes.length));
            } catch (UnreadableInputException e) {
                (input.fromFolder() ? skipped : problems).add(e.getMessage());
            }
        }
        if (read.isEmpty()) {
            return new Outcome(read, problems, skipped, List.of(), List.of(), Optional.empty());
        }
        OpenedCase opened = reader.open(isComparison);
        ExecutorService agents = access instanceof ModelAccess.Open ? Workers.forWaiting() : Workers.forComputing(2);
        try {
            SveaTeam.Result result = team.report(opened, isBundleAsked, access.heardBy(listener), agents, listener);
            return new Outcome(read, problems, skipped, opened.warnings(), opened.names(), Optional.of(result));
        } finally {
            agents.shutdownNow();
        }
    }
}
