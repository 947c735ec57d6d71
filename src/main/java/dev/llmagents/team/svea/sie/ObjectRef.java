package dev.llmagents.team.svea.sie;

/** A reference from a row or balance to an object. */
public record ObjectRef(String dimension, String object) {}
