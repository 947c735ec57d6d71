package dev.llmagents.usage;

/** Keeps usage records for good. Safe for use by several threads; trouble with the store never reaches the caller. */
@FunctionalInterface
public interface UsageLog {
    /** When this returns the record is kept, also if the process is killed the next moment. */
    void append(UsageRecord usage);
}
