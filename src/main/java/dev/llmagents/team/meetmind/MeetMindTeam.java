package dev.llmagents.team.meetmind;

import dev.llmagents.agent.Agent;
import dev.llmagents.agent.AgentReply;
import dev.llmagents.agent.ModelAccess;
import dev.llmagents.agent.Workflow;
import dev.llmagents.team.meetmind.extract.Extraction;
import dev.llmagents.team.meetmind.summary.Talk;
import dev.llmagents.team.meetmind.transcript.Participants;
import dev.llmagents.team.meetmind.transcript.TranscriptReading;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * The five agents that turn a transcript into minutes: the architect frames the meeting, the implementation agent and the
 * product manager work side by side on what was said, quality assurance checks them, and the coordinator merges.
 */
public final class MeetMindTeam {
    public static final String ID = "meetmind";
    public static final String COORDINATOR = "meetmind.coordinator";
    public static final String ARCHITECT = "meetmind.architect";
    public static final String IMPLEMENTATION = "meetmind.implementation";
    public static final String PRODUCT_MANAGER = "meetmind.product_manager";
    public static final String QA = "meetmind.qa";

    /** The agents in the order in which they begin; those of one inner list work side by side. */
    public static final List<List<String>> STAGES =
            List.of(List.of(ARCHITECT), List.of(IMPLEMENTATION, PRODUCT_MANAGER), List.of(QA), List.of(COORDINATOR));

    private final Agent<ArchitectRules.Input, AnalysisFramework> architect;
    private final Agent<ImplementationRules.Input, Minutes> implementation;
    private final Agent<ProductManagerRules.Input, Wishes> productManager;
    private final Agent<QaRules.Input, QualityReport> qa;
    private final Agent<CoordinatorRules.Input, Headline> coordinator;
    private final Settings settings;

    /**
     * @param chunkTokens room for the transcript in one prompt
     * @param pricing prices the plan's estimate
     */
    public record Settings(int chunkTokens, Pricing pricing) {}

    /** A report and how each agent came to its part of it. */
    public record Result(MeetingReport report, List<AgentReply<?>> agents) {
        public Result {
            agents = List.copyOf(agents);
        }
    }

    /** @param nanos a clock that never runs back, for how long each agent took */
    public MeetMindTeam(Settings settings, LongSupplier nanos) {
        this.settings = settings;
        this.architect = new Agent<>(ARCHITECT, new ArchitectRules(), nanos);
        this.implementation = new Agent<>(IMPLEMENTATION, new ImplementationRules(), nanos);
        this.productManager = new Agent<>(PRODUCT_MANAGER, new ProductManagerRules(), nanos);
        this.qa = new Agent<>(QA, new QaRules(), nanos);
        this.coordinator = new Agent<>(COORDINATOR, new CoordinatorRules(), nanos);
    }

    /** What the team would do with {@code meeting}, without doing it. */
    public MeetingPlan plan(Meeting meeting) {
        return MeetingPlans.of(meeting, settings);
    }

    /**
     * Analyses one meeting.
     *
     * @param executor runs the agents; those that do not wait for each other side by side if it can
     */
    public Result analyze(
            TranscriptReading reading,
            Meeting meeting,
            ModelAccess runAccess,
            Executor executor,
            Workflow.Listener listener) {
        Workflow workflow = new Workflow(executor, listener);
        Workflow.Step<Talk> talk = workflow.step(
                "meetmind.read",
                () -> Talk.of(
                        meeting.utterances(),
                        meeting.language(),
                        meeting.transcript().title()));
        Workflow.Step<Extraction> extraction =
                workflow.step("meetmind.extract", () -> Extraction.of(meeting.transcript(), meeting.language()));
        ModelAccess access =
                runAccess.about(() -> People.of(meeting, extraction.result().actionItems()));
        Workflow.Step<AgentReply<AnalysisFramework>> framed = workflow.step(
                ARCHITECT,
                () -> architect.answer(
                        new ArchitectRules.Input(meeting, talk.result(), settings.chunkTokens()), access),
                talk);
        Workflow.Step<AgentReply<Minutes>> minuted = workflow.step(
                IMPLEMENTATION,
                () -> implementation.answer(
                        new ImplementationRules.Input(
                                meeting,
                                talk.result(),
                                extraction.result(),
                                framed.result().value()),
                        access),
                framed,
                extraction);
        Workflow.Step<AgentReply<Wishes>> wished = workflow.step(
                PRODUCT_MANAGER,
                () -> productManager.answer(
                        new ProductManagerRules.Input(
                                meeting, extraction.result(), framed.result().value()),
                        access),
                framed,
                extraction);
        Workflow.Step<AgentReply<QualityReport>> checked = workflow.step(
                QA,
                () -> qa.answer(
                        new QaRules.Input(
                                meeting,
                                minuted.result().value(),
                                wished.result().value()),
                        access),
                minuted,
                wished);
        Workflow.Step<AgentReply<Headline>> merged = workflow.step(
                COORDINATOR,
                () -> coordinator.answer(
                        new CoordinatorRules.Input(
                                meeting,
                                minuted.result().value(),
                                wished.result().value()),
                        access),
                checked);
        MeetingReport report = new MeetingReport(
                meeting.transcript(),
                meeting.language(),
                merged.result().value(),
                plan(meeting),
                framed.result().value(),
                minuted.result().value(),
                wished.result().value(),
                Participants.of(reading),
                checked.result().value());
        return new Result(
                report, List.of(merged.result(), framed.result(), minuted.result(), wished.result(), checked.result()));
    }
}
