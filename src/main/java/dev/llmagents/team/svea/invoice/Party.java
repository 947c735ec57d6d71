package dev.llmagents.team.svea.invoice;

import java.util.List;
import java.util.Optional;

/**
 * Seller or buyer.
 *
 * @param tradingName and {@code legalName}: at least one is there in a complete invoice
 * @param address the parts of the postal address that are stated, the country left out
 * @param country ISO 3166 code
 * @param registrations tax registrations with their scheme ({@code VAT} or another)
 * @param legalId registration number of the company
 * @param endpoint electronic address
 * @param line where it begins, from 1
 */
public record Party(
        Optional<Field> tradingName,
        Optional<Field> legalName,
        List<Field> address,
        Optional<Field> country,
        List<TaxRegistration> registrations,
        Optional<Field> legalId,
        Optional<Field> endpoint,
        int line) {

    /** A number under which a party is registered for a tax. */
    public record TaxRegistration(String taxScheme, Field companyId) {
        public boolean isVat() {
            return taxScheme.equals("VAT");
        }
    }

    public Party {
        address = List.copyOf(address);
        registrations = List.copyOf(registrations);
    }

    public boolean isIn(String countryCode) {
        return country.map(code -> code.value().equals(countryCode)).orElse(false);
    }

    /** The VAT registration number. */
    public Optional<Field> vatId() {
        return registrations.stream()
                .filter(TaxRegistration::isVat)
                .map(TaxRegistration::companyId)
                .findFirst();
    }

    /** The name to show for it. */
    public Optional<Field> name() {
        return legalName.or(() -> tradingName);
    }
}
