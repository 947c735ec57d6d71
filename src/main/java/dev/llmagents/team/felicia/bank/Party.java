package dev.llmagents.team.felicia.bank;

import dev.llmagents.ident.GiroNumbers;
import dev.llmagents.ident.Ibans;
import dev.llmagents.team.felicia.mission.AccountNumber;
import java.util.Locale;
import java.util.Optional;

/**
 * One end of a payment.
 *
 * @param id as the mission names it; empty for somebody named only in the request
 * @param number without blanks, as files want it
 * @param trusted whether payments to it were approved before
 */
public record Party(Optional<String> id, String name, AccountNumber number, boolean trusted) {
    static AccountNumber compact(AccountNumber written) {
        return new AccountNumber(
                written.iban().map(Ibans::compact),
                written.bankgiro().map(text -> GiroNumbers.bankgiro(text).orElse(text)),
                written.plusgiro().map(text -> GiroNumbers.plusgiro(text).orElse(text)),
                written.domestic().map(text -> text.replaceAll("[ .,-]", "")),
                written.bic().map(text -> text.strip().toUpperCase(Locale.ROOT)));
    }

    /** The number that tells the account, with its kind; empty if there is none. */
    public Optional<String> key() {
        return number.iban()
                .or(() -> number.bankgiro().map(digits -> "BG" + digits))
                .or(() -> number.plusgiro().map(digits -> "PG" + digits))
                .or(() -> number.domestic().map(digits -> "SE-" + digits));
    }

    /** Two capitals; Swedish giro and account numbers are Swedish. */
    public Optional<String> country() {
        return number.iban()
                .filter(iban -> iban.length() > 2)
                .map(iban -> iban.substring(0, 2))
                .or(() -> key().map(key -> "SE"));
    }

    /** Whether a payment in kronor can reach it without leaving the country. */
    public boolean isSwedish() {
        return country().equals(Optional.of("SE"));
    }
}
