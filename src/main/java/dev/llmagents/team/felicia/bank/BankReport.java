package dev.llmagents.team.felicia.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of all requests, in their order.
 *
 * @param opening balances of the own accounts before, by id, {@code closing} after everything drafted
 * @param screened whether names were held against a list; if not, results have to say NOT SCREENED
 */
public record BankReport(
        LocalDate asOf,
        List<Result> results,
        List<Movement> movements,
        Map<String, BigDecimal> opening,
        Map<String, BigDecimal> closing,
        boolean screened) {

    /** What became of a request. */
    public enum Status {
        /** Answered; no money moves. */
        INFORMATION,
        /** In the draft. */
        DRAFTED,
        /** In the draft, and a person has to approve it. */
        NEEDS_APPROVAL,
        /** Not in the draft. */
        BLOCKED,
        /** Something has to be asked first. */
        QUESTION
    }

    /**
     * @param number from 1; {@code line} in the mission file
     * @param text the request in free text, if it was
     * @param answer a sentence for people
     * @param balances of the accounts concerned, after this request
     */
    public record Result(
            int number,
            int line,
            Optional<String> text,
            Status status,
            Reading reading,
            List<Check> checks,
            Optional<Payment> payment,
            Map<String, BigDecimal> balances,
            String answer) {}

    /** What moves money. */
    public enum Kind {
        PAYMENT,
        FEE,
        EXCHANGE
    }

    /** Money that would move on an own account; negative out of it. */
    public record Movement(
            int request, Kind kind, LocalDate date, String account, BigDecimal amount, String currency, String text) {}

    /** What goes into the draft files. */
    public List<Payment> payments() {
        return results.stream().flatMap(result -> result.payment().stream()).toList();
    }

    /** How many requests came out so. */
    public long count(Status status) {
        return results.stream().filter(result -> result.status() == status).count();
    }
}
