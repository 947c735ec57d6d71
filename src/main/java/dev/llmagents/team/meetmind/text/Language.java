package dev.llmagents.team.meetmind.text;

import java.util.Locale;

/** The languages whose meetings the rules understand. */
public enum Language {
    EN,
    SV;

    /** The ISO 639-1 code used in options and outputs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
