package dev.llmagents.team.svea.sie;

/** An object of a dimension (#OBJEKT), for instance one cost centre. */
public record SieObject(String dimension, String number, String name, int line) {}
