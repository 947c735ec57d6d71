package dev.llmagents.app;

import dev.llmagents.agent.ModelAccess;
import dev.llmagents.agent.Workers;
import dev.llmagents.agent.Workflow;
import dev.llmagents.agent.flow.FlowPlan;
import dev.llmagents.agent.flow.FlowRun;
import dev.llmagents.document.PdfText;
import dev.llmagents.document.TextDocument;
import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.json.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;

/** Reads what a workflow of the user's own is to work on, and runs it. */
public final class WorkflowRun {
    /** What is looked at in a folder. */
    public static final Inputs.Kind TEXTS = new Inputs.Kind(
            "text",
            Set.of(
                    "txt",
                    "text",
                    "md",
                    "markdown",
                    "csv",
                    "tsv",
                    "json",
                    "yaml",
                    "yml",
                    "xml",
                    "vtt",
                    "srt",
                    "log",
                    "eml",
                    "pdf",
                    "docx"));

    private final FlowPlan plan;
    private final ModelAccess access;
    private final Workflow.Listener listener;
    private final LongSupplier nanos;

    /** @param nanos a clock that never runs back */
    public WorkflowRun(FlowPlan plan, ModelAccess access, Workflow.Listener listener, LongSupplier nanos) {
        this.plan = plan;
        this.access = access;
        this.listener = listener;
        this.nanos = nanos;
    }

    /** An input that was read. */
    public record Read(String name, String sha256, long bytes) {}

    /**
     * What came of a run.
     *
     * @param problems why inputs that were named could not be read, a sentence each
     * @param skipped why files found in a folder were left out, a sentence each
     * @param result empty if no input could be read
     */
    public record Outcome(
            List<Read> inputs,
            List<String> problems,
            List<String> skipped,
            List<String> warnings,
            Optional<FlowRun.Result> result) {}

    /** All inputs go through the workflow together. */
    public Outcome run(List<Inputs.Input> inputs) {
        List<Read> read = new ArrayList<>();
        List<FlowRun.InputText> texts = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (Inputs.Input input : inputs) {
            try {
                byte[] bytes = input.bytes().read();
                TextDocument document = TextDocument.ofTextOrPdf(input.name(), bytes, PdfText.Limits.DEFAULT);
                warnings.addAll(document.warnings());
                texts.add(new FlowRun.InputText(input.name(), document.text().replace("\r\n", "\n")));
                read.add(new Read(input.name(), Sha256.of(bytes), bytes.length));
            } catch (UnreadableInputException e) {
                (input.fromFolder() ? skipped : problems).add(e.getMessage());
            }
        }
        if (texts.isEmpty()) {
            return new Outcome(read, problems, skipped, warnings, Optional.empty());
        }
        ExecutorService agents = Workers.forWaiting();
        try {
            FlowRun.Result result = new FlowRun(plan, nanos).run(texts, access.heardBy(listener), agents, listener);
            return new Outcome(read, problems, skipped, warnings, Optional.of(result));
        } finally {
            agents.shutdownNow();
        }
    }
}
