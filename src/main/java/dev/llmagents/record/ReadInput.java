package dev.llmagents.record;

/**
 * An input of a run.
 *
 * @param name for people
 * @param sha256 fingerprint of its bytes; empty if they could not be read
 * @param standardInput whether it was piped in, so that it cannot be read again
 */
public record ReadInput(String name, String sha256, long bytes, boolean standardInput) {}
