package dev.llmagents.team.svea.sie;

import java.util.Optional;

/**
 * A dimension (#DIM, #UNDERDIM), for instance cost centres.
 *
 * @param parent the dimension above it
 */
public record SieDimension(String number, String name, Optional<String> parent, int line) {}
