package dev.llmagents.team.svea;

import dev.llmagents.agent.Agent;
import dev.llmagents.agent.AgentReply;
import dev.llmagents.agent.ModelAccess;
import dev.llmagents.agent.Workflow;
import dev.llmagents.team.svea.law.KnownLaw;
import dev.llmagents.team.svea.rule.RuleCatalogue;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * The five agents that judge a company's books and papers. The rules have judged before any of them begins: the architect
 * and the product manager work side by side on what was found, the implementation agent builds the ERPNext bundle, quality
 * assurance looks at everything again, and the coordinator puts it together.
 */
public final class SveaTeam {
    public static final String ID = "svea";
    public static final String COORDINATOR = "svea.coordinator";
    public static final String ARCHITECT = "svea.architect";
    public static final String PRODUCT_MANAGER = "svea.product_manager";
    public static final String IMPLEMENTATION = "svea.implementation";
    public static final String QA = "svea.qa";

    /** The agents in the order in which they begin; those of one inner list work side by side. */
    public static final List<List<String>> STAGES =
            List.of(List.of(ARCHITECT, PRODUCT_MANAGER), List.of(IMPLEMENTATION), List.of(QA), List.of(COORDINATOR));

    private final Agent<ComplianceCase, ErpDesign> architect;
    private final Agent<ComplianceCase, RegulatoryRequirements> productManager;
    private final Agent<ImplementationRules.Input, Implementation> implementation;
    private final Agent<QaRules.Input, Validation> qa;
    private final Agent<ComplianceCase, Overview> coordinator;

    /** A report and how each agent came to its part of it. */
    public record Result(ComplianceReport report, List<AgentReply<?>> agents) {
        public Result {
            agents = List.copyOf(agents);
        }
    }

    /** @param nanos a clock that never runs back, for how long each agent took */
    public SveaTeam(RuleCatalogue catalogue, LongSupplier nanos) {
        KnownLaw law = new KnownLaw(catalogue, RequirementTable.builtIn().grounds());
        this.architect = new Agent<>(ARCHITECT, new ArchitectRules(law), nanos);
        this.productManager = new Agent<>(PRODUCT_MANAGER, new ProductManagerRules(law), nanos);
        this.implementation = new Agent<>(IMPLEMENTATION, new ImplementationRules(law), nanos);
        this.qa = new Agent<>(QA, new QaRules(catalogue, law), nanos);
        this.coordinator = new Agent<>(COORDINATOR, new CoordinatorRules(catalogue, law), nanos);
    }

    /**
     * Works on what the rules have found.
     *
     * @param executor runs the agents; those that do not wait for each other side by side if it can
     */
    public Result report(
            OpenedCase opened, ModelAccess runAccess, Executor executor, Workflow.Listener listener) {
        ComplianceCase compliance = opened.compliance();
        ModelAccess access = runAccess.about(opened::names);
        Workflow workflow = new Workflow(executor, listener);
        Workflow.Step<AgentReply<ErpDesign>> designed =
                workflow.step(ARCHITECT, () -> architect.answer(compliance, access));
        Workflow.Step<AgentReply<RegulatoryRequirements>> required =
                workflow.step(PRODUCT_MANAGER, () -> productManager.answer(compliance, access));
        Workflow.Step<AgentReply<Implementation>> implemented = workflow.step(
                IMPLEMENTATION,
                () -> implementation.answer(
                        new ImplementationRules.Input(
                                compliance, designed.result().value(), opened.newestBooks()),
                        access),
                designed);
        Workflow.Step<AgentReply<Validation>> validated = workflow.step(
                QA,
                () -> qa.answer(
                        new QaRules.Input(
                                compliance,
                                required.result().value(),
                                implemented.result().value(),
                                opened.books()),
                        access),
                required,
                implemented);
        Workflow.Step<AgentReply<Overview>> coordinated =
                workflow.step(COORDINATOR, () -> coordinator.answer(compliance, access), validated);
        ComplianceReport report = new ComplianceReport(
                compliance,
                coordinated.result().value(),
                required.result().value(),
                designed.result().value(),
                implemented.result().value(),
                validated.result().value());
        return new Result(
                report,
                List.of(
                        coordinated.result(),
                        designed.result(),
                        required.result(),
                        implemented.result(),
                        validated.result()));
    }
}
