package dev.llmagents.team.felicia;

import dev.llmagents.team.felicia.bank.BankReport;
import dev.llmagents.team.felicia.payment.PaymentFile;
import dev.llmagents.team.felicia.payment.PaymentProblem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What the bank was asked and what it drafted.
 *
 * @param report empty in a mission without a bank
 * @param funding empty if none was wished for
 * @param files drafts, never sent
 * @param problems of the drafts, by name of the file
 * @param readByModel numbers of requests, from 1, that a model has read
 */
public record BankingOutcome(
        Optional<BankReport> report,
        Optional<Funding> funding,
        List<PaymentFile> files,
        SortedMap<String, List<PaymentProblem>> problems,
        SortedSet<Integer> readByModel) {
    public BankingOutcome {
        files = List.copyOf(files);
    }

    /**
     * The money that purchases need and the account does not have: purchases, fees and buffer less settled cash. What
     * sales bring settles later and does not count.
     *
     * @param proposal what was done about it, a sentence
     */
    public record Funding(
            BigDecimal buys,
            BigDecimal fees,
            BigDecimal buffer,
            BigDecimal cash,
            BigDecimal shortfall,
            String proposal) {}
}
