package dev.llmagents.planted;

/** Planted: a class in a package the plan does not know. */
public final class Stranger {
    private Stranger() {}
}
