package dev.llmagents.team.svea.sie;

/** How often a label stands in a file, and first in which line. */
public record LabelUse(int firstLine, int count) {}
