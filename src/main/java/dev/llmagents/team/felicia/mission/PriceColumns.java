package dev.llmagents.team.felicia.mission;

/** Names of the columns in the price files, and {@code calendar}: weekdays, target or sweden. */
public record PriceColumns(
        String date,
        String open,
        String high,
        String low,
        String close,
        String adjClose,
        String volume,
        String calendar) {}
