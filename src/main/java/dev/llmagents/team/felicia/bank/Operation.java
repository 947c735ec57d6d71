package dev.llmagents.team.felicia.bank;

import java.util.Locale;

/** The five things the bank is asked for. */
public enum Operation {
    /** What is on an account. */
    BALANCE_INQUIRY,
    /** Money from an account of the mission to another one of it. */
    TRANSFER,
    /** Money to somebody else. */
    PAYMENT,
    /** Money of one currency into another, between accounts of the mission. */
    CURRENCY_EXCHANGE,
    /** The movements that this mission leads to on an account. */
    STATEMENT;

    static Operation of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
