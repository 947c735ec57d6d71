package dev.llmagents.team.meetmind.extract;

/**
 * A cue found in a sentence.
 *
 * @param at index of its first word
 * @param end index behind its last word
 */
record CueHit(Cue cue, int at, int end) {}
