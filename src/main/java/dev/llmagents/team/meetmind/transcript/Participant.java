package dev.llmagents.team.meetmind.transcript;

import java.time.Duration;
import java.util.Optional;

/**
 * Somebody who spoke, and how much.
 *
 * @param name as the transcript gives it
 * @param utterances how many turns or parts of turns
 * @param words how many words in them
 * @param talkTime how long, measured where the input gives ends and estimated where it gives only starts; empty where it
 *     gives neither
 * @param share of the meeting, 0 to 1: of the talk time where it is known, else of the words
 */
public record Participant(String name, int utterances, int words, Optional<Duration> talkTime, double share) {}
