package dev.llmagents.report.felicia;

import dev.llmagents.team.felicia.BankingOutcome.Funding;

/** How the money that a plan still needs is reckoned, in a sentence for every format. */
final class FundingWords {
    private FundingWords() {}

    static String of(Funding funding) {
        return "Funding: purchases " + Num.money(funding.buys()) + " + fees " + Num.money(funding.fees()) + " + buffer "
                + Num.money(funding.buffer()) + " − cash " + Num.money(funding.cash()) + " → shortfall "
                + Num.money(funding.shortfall()) + ".";
    }
}
