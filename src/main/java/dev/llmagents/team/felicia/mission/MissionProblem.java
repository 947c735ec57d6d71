package dev.llmagents.team.felicia.mission;

/**
 * Something in a mission file that has to be put right.
 *
 * @param line in the file, from 1
 * @param key with its path, such as {@code risk.max_position}; empty if it is the file as a whole
 * @param message what is wrong and the way out, without file and line
 */
public record MissionProblem(int line, String key, String message) {}
