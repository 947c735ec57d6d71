package dev.llmagents.team.felicia;

/**
 * Everything a run of the team came to.
 *
 * @param planId fingerprint of all inputs and choices: the same plan has the same one
 */
public record TradeReport(
        String planId,
        FeliciaCase felicia,
        ProductBrief brief,
        Design design,
        BankingOutcome banking,
        Trades trades,
        Validation validation,
        Overview overview,
        Facts facts) {}
