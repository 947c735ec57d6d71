package dev.llmagents.usage.stats;

import java.nio.charset.StandardCharsets;

/** The fields of a usage line that are read. Their order is that of the lines the program writes. */
enum Field {
    V("v"),
    TS("ts"),
    ATTEMPT("attempt"),
    CAUSE("cause"),
    TENANT("tenant"),
    TEAM("team"),
    AGENT("agent"),
    MODEL("model"),
    PROVIDER("provider"),
    PROMPT("promptTokens"),
    CACHED_PROMPT("cachedPromptTokens"),
    CACHE_WRITE("cacheWriteTokens"),
    REASONING("reasoningTokens"),
    COMPLETION("completionTokens"),
    COST("costUsd"),
    SAVED("savedUsd"),
    LATENCY("latencyMs"),
    CACHED("cached"),
    STATUS("status"),
    ERROR_TYPE("errorType"),
    REGION("region");

    private static final Field[] ALL = values();

    private final byte[] name;

    Field(String name) {
        this.name = name.getBytes(StandardCharsets.US_ASCII);
    }

    /** The number of the field with the name in these bytes; -1 if it is of no interest. */
    static int numberOf(byte[] bytes, int from, int to) {
        for (Field field : ALL) {
            if (java.util.Arrays.equals(field.name, 0, field.name.length, bytes, from, to)) {
                return field.ordinal();
            }
        }
        return -1;
    }
}
