package dev.llmagents.team.felicia.bank;

/** A part of an instruction that was understood: its name, its value, and the words it was read from. */
public record Slot(String name, String value, String quote) {}
