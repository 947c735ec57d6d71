package dev.llmagents.team.meetmind.date;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Words about when something is due, and the day they mean.
 *
 * @param words the phrase as it stands in the sentence, letter by letter, with its preposition ("by Wednesday")
 * @param date the day; empty when the words are vague, ambiguous, or relative to a meeting of unknown date
 */
public record DuePhrase(String words, Optional<LocalDate> date) {}
