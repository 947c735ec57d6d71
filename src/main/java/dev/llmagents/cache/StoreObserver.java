package dev.llmagents.cache;

/** Is told of each step in the store when it is done; tests let other processes in there, or end this one. */
@FunctionalInterface
interface StoreObserver {
    StoreObserver NONE = step -> {};

    /** Places between two steps, those of a writer first, then those of a fold. */
    enum Step {
        STATE_READ,
        APPENDED,
        LOCKED,
        ROTATED,
        COPIED,
        NAMED,
        SWITCHED,
        DELETED
    }

    void done(Step step);
}
