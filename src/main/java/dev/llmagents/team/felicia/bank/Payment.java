package dev.llmagents.team.felicia.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A payment that may go into a draft file.
 *
 * @param endToEndId made of what is paid to whom and when: the same payment has the same id in every run, so that a bank
 *     can see it is the same
 * @param reference in the letters a payment file carries, as are the names of the parties
 */
public record Payment(
        String endToEndId,
        Variant variant,
        Party debtor,
        Party creditor,
        BigDecimal amount,
        String currency,
        LocalDate date,
        Optional<String> reference,
        boolean needsApproval) {}
