package dev.llmagents.team.svea.invoice;

import java.util.Optional;

/**
 * How to pay.
 *
 * @param code UNCL 4461, for instance 30 credit transfer
 * @param reference to give with the payment
 * @param account number of the account
 * @param branch the institution; in Sweden {@code SE:BANKGIRO} or {@code SE:PLUSGIRO} for giro numbers
 */
public record PaymentMeans(
        String code, Optional<Field> reference, Optional<Field> account, Optional<Field> branch, int line) {}
