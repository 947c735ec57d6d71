package dev.llmagents.team.felicia.mission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A key that a mission file may hold.
 *
 * @param path such as {@code portfolio.positions[].symbol}
 * @param byDefault the value that holds without it
 * @param required whether its section is incomplete without it
 * @param always for a section: whether its defaults hold although it was left out
 * @param least for a number, {@code aboveLeast} if the bound itself is out
 * @param choices for a choice, the words
 */
record MissionKey(
        String path,
        Type type,
        boolean required,
        boolean always,
        Optional<String> byDefault,
        Optional<BigDecimal> least,
        boolean aboveLeast,
        Optional<BigDecimal> most,
        List<String> choices,
        String description) {

    enum Type {
        TEXT,
        DATE,
        NUMBER,
        WHOLE,
        FLAG,
        CURRENCY,
        FILE,
        CHOICE,
        NAMES,
        NUMBERS,
        SECTION,
        LIST,
        REQUESTS
    }

    /** The last name of the path. */
    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** The path of the section it stands in, with {@code []} if that is one of a list; empty for the file itself. */
    String parent() {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }
}
