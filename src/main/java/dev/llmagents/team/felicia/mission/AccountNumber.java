package dev.llmagents.team.felicia.mission;

import java.util.Optional;

/**
 * How an account is known to banks, each as the file writes it and unchecked.
 *
 * @param domestic Swedish clearing and account number
 */
public record AccountNumber(
        Optional<String> iban,
        Optional<String> bankgiro,
        Optional<String> plusgiro,
        Optional<String> domestic,
        Optional<String> bic) {}
