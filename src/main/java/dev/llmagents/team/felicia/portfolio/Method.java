package dev.llmagents.team.felicia.portfolio;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How weights are found; written in lower case in missions and results. */
public enum Method {
    MIN_VARIANCE,
    MAX_SHARPE,
    INVERSE_VOL,
    ERC,
    EQUAL_WEIGHT,
    MOMENTUM,
    SMA_CROSS,
    AUTO;

    /** The name in missions and results, such as {@code min_variance}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Method> ofCode(String code) {
        return Arrays.stream(values())
                .filter(method -> method.code().equals(code))
                .findFirst();
    }
}
