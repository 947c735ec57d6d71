package dev.llmagents.team.felicia.bank;

/**
 * One check of one request.
 *
 * @param message a sentence, for people
 * @param measured what was found, {@code limit} what it was held against
 */
public record Check(CheckCode code, Outcome outcome, String message, String measured, String limit) {}
