package dev.llmagents.team.svea.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a check of books needs to know beside them.
 *
 * @param asOf the day on which the check is made
 * @param turnover of a year, in kronor; decides how late a company may book
 * @param isAudit whether samples for an auditor are wanted
 * @param hasCertifiedCashRegister whether cash sales go through a certified register
 */
public record BookOptions(
        LocalDate asOf, Optional<BigDecimal> turnover, boolean isAudit, boolean hasCertifiedCashRegister) {
    public static BookOptions asOf(LocalDate day) {
        return new BookOptions(day, Optional.empty(), false, false);
    }

    public BookOptions withTurnover(BigDecimal kronor) {
        return new BookOptions(asOf, Optional.of(kronor), isAudit, hasCertifiedCashRegister);
    }

    public BookOptions forAudit() {
        return new BookOptions(asOf, turnover, true, hasCertifiedCashRegister);
    }

    public BookOptions withCertifiedCashRegister() {
        return new BookOptions(asOf, turnover, isAudit, true);
    }
}
