package dev.llmagents.team.svea;

/** Everything the team has come to. The findings of the case are proven; what a model added is marked where it stands. */
public record ComplianceReport(
        ComplianceCase compliance,
        Overview overview,
        RegulatoryRequirements requirements,
        ErpDesign design,
        Implementation implementation,
        Validation validation) {}
