package dev.llmagents.team.svea.input;

import java.time.LocalDate;

/**
 * What checks need to know beside the document.
 *
 * @param asOf the day on which the document is looked at
 */
public record CheckOptions(LocalDate asOf) {}
