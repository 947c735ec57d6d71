package dev.llmagents.team.felicia.mission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Accounts and what the bank is to do.
 *
 * @param fee what the bank takes for a payment, in the account's currency
 * @param cutOffDays business days between the day of the mission and the first day on which a payment can be executed
 * @param sanctions file with names and countries that must not be paid, relative to the mission unless absolute
 * @param fundPlan whether a transfer that funds the orders is proposed
 */
public record Banking(
        List<Account> accounts,
        List<Payee> payees,
        Limits limits,
        List<Rate> rates,
        BigDecimal fee,
        int cutOffDays,
        Optional<String> sanctions,
        List<Request> requests,
        boolean fundPlan) {

    /** @param balance empty for an account of somebody else; {@code reserve} has to stay on it */
    public record Account(
            String id,
            String owner,
            AccountNumber number,
            String currency,
            Optional<BigDecimal> balance,
            BigDecimal reserve,
            boolean trusted,
            boolean closed) {}

    /** Somebody who is paid. */
    public record Payee(String id, String name, AccountNumber number, boolean trusted) {}

    /** Above these a person has to approve; {@code perDay} is for each account and day. */
    public record Limits(Optional<BigDecimal> perTransfer, Optional<BigDecimal> perDay, BigDecimal approvalOver) {}

    /** {@code rate} units of {@code to} for one of {@code from}. */
    public record Rate(String from, String to, BigDecimal rate) {}

    /**
     * A request as written: either the free {@code text} or the fields of the structured form.
     *
     * @param line in the mission file
     */
    public record Request(int line, Optional<String> text, Optional<Fields> fields) {}

    /** The structured form of a request; {@code op} is a word of the table of keys. */
    public record Fields(
            String op,
            Optional<String> account,
            Optional<String> from,
            Optional<String> to,
            Optional<String> name,
            AccountNumber number,
            Optional<BigDecimal> amount,
            Optional<String> currency,
            Optional<LocalDate> date,
            Optional<String> reference,
            Optional<BigDecimal> rate) {}
}
