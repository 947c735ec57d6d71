package dev.llmagents.team.felicia.payment;

/**
 * Why a payment file must not be handed in.
 *
 * @param code {@code XML}, {@code ORDER}, {@code VALUE}, or that of a check of the bank such as {@code BK13_CTRLSUM}
 * @param line in the file, from 1
 * @param message a sentence
 */
public record PaymentProblem(String code, int line, String message) {}
