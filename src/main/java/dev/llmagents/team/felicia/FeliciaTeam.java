package dev.llmagents.team.felicia;

import dev.llmagents.agent.Agent;
import dev.llmagents.agent.AgentReply;
import dev.llmagents.agent.ModelAccess;
import dev.llmagents.agent.Workflow;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * The six agents of Felicia's Finance. The data gate has judged the prices before any of them begins; each then waits for
 * the one before: what is wanted, how, with which money, done on paper, looked at again, put together.
 */
public final class FeliciaTeam {
    public static final String ID = "felicia";
    public static final String COORDINATOR = "felicia.coordinator";
    public static final String PRODUCT_MANAGER = "felicia.product_manager";
    public static final String ARCHITECT = "felicia.architect";
    public static final String IMPLEMENTATION = "felicia.implementation";
    public static final String QA = "felicia.qa";
    public static final String BANKING = "felicia.banking";

    /** The agents in the order in which they begin. */
    public static final List<List<String>> STAGES = List.of(
            List.of(PRODUCT_MANAGER),
            List.of(ARCHITECT),
            List.of(BANKING),
            List.of(IMPLEMENTATION),
            List.of(QA),
            List.of(COORDINATOR));

    private final Agent<FeliciaCase, ProductBrief> productManager;
    private final Agent<ArchitectRules.Input, Design> architect;
    private final Agent<BankingRules.Input, BankingOutcome> banking;
    private final Agent<ImplementationRules.Input, Trades> implementation;
    private final Agent<QaRules.Input, Validation> qa;
    private final Agent<CoordinatorRules.Input, Overview> coordinator;

    /** A report and how each agent came to its part of it. */
    public record Result(TradeReport report, List<AgentReply<?>> agents) {
        public Result {
            agents = List.copyOf(agents);
        }
    }

    /** What the bank came to, and how. */
    public record BankResult(FeliciaCase felicia, BankingOutcome outcome, List<AgentReply<?>> agents) {
        public BankResult {
            agents = List.copyOf(agents);
        }
    }

    /** @param nanos a clock that never runs back, for how long each agent took */
    public FeliciaTeam(LongSupplier nanos) {
        this.productManager = new Agent<>(PRODUCT_MANAGER, new ProductManagerRules(), nanos);
        this.architect = new Agent<>(ARCHITECT, new ArchitectRules(), nanos);
        this.banking = new Agent<>(BANKING, new BankingRules(), nanos);
        this.implementation = new Agent<>(IMPLEMENTATION, new ImplementationRules(), nanos);
        this.qa = new Agent<>(QA, new QaRules(), nanos);
        this.coordinator = new Agent<>(COORDINATOR, new CoordinatorRules(), nanos);
    }

    /**
     * Plans, executes on paper and judges.
     *
     * @param executor runs the agents
     */
    public Result trade(FeliciaCase felicia, ModelAccess runAccess, Executor executor, Workflow.Listener listener) {
        ModelAccess access = runAccess.about(felicia::names);
        Workflow workflow = new Workflow(executor, listener);
        Workflow.Step<AgentReply<ProductBrief>> wanted =
                workflow.step(PRODUCT_MANAGER, () -> productManager.answer(felicia, access));
        Workflow.Step<AgentReply<Design>> designed = workflow.step(
                ARCHITECT,
                () -> architect.answer(
                        new ArchitectRules.Input(felicia, wanted.result().value()), access),
                wanted);
        Workflow.Step<AgentReply<BankingOutcome>> banked = workflow.step(
                BANKING,
                () -> banking.answer(
                        new BankingRules.Input(
                                felicia, Optional.of(designed.result().value())),
                        access),
                designed);
        Workflow.Step<AgentReply<Trades>> traded = workflow.step(
                IMPLEMENTATION,
                () -> implementation.answer(
                        new ImplementationRules.Input(
                                felicia,
                                wanted.result().value(),
                                designed.result().value()),
                        access),
                banked);
        Workflow.Step<AgentReply<Validation>> validated =
                workflow.step(QA, () -> qa.answer(parts(felicia, wanted, designed, banked, traded), access), traded);
        Workflow.Step<AgentReply<Overview>> coordinated = workflow.step(
                COORDINATOR,
                () -> coordinator.answer(
                        new CoordinatorRules.Input(
                                parts(felicia, wanted, designed, banked, traded),
                                validated.result().value()),
                        access),
                validated);
        Overview overview = coordinated.result().value();
        QaRules.Input parts = parts(felicia, wanted, designed, banked, traded);
        TradeReport report = new TradeReport(
                PlanId.of(felicia, parts.brief(), parts.design()),
                felicia,
                parts.brief(),
                parts.design(),
                parts.banking(),
                parts.trades(),
                validated.result().value(),
                overview,
                parts.facts());
        return new Result(
                report,
                List.of(
                        coordinated.result(),
                        wanted.result(),
                        designed.result(),
                        traded.result(),
                        validated.result(),
                        banked.result()));
    }

    private static QaRules.Input parts(
            FeliciaCase felicia,
            Workflow.Step<AgentReply<ProductBrief>> wanted,
            Workflow.Step<AgentReply<Design>> designed,
            Workflow.Step<AgentReply<BankingOutcome>> banked,
            Workflow.Step<AgentReply<Trades>> traded) {
        return new QaRules.Input(
                felicia,
                wanted.result().value(),
                designed.result().value(),
                banked.result().value(),
                traded.result().value());
    }

    /** Does the banking requests alone. */
    public BankResult bank(FeliciaCase felicia, ModelAccess runAccess, Workflow.Listener listener) {
        AgentReply<BankingOutcome> reply = new Workflow(Runnable::run, listener)
                .step(
                        BANKING,
                        () -> banking.answer(
                                new BankingRules.Input(felicia, Optional.empty()), runAccess.about(felicia::names)))
                .result();
        return new BankResult(felicia, reply.value(), List.of(reply));
    }
}
