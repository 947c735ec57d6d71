package dev.llmagents.team.felicia.market;

/**
 * The bytes of one instrument's prices. The array is read, never kept nor changed.
 *
 * @param name the file as the user named it, for messages
 */
public record PriceFile(Instrument instrument, String name, byte[] bytes) {}
