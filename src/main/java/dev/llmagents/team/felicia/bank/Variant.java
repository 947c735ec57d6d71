package dev.llmagents.team.felicia.bank;

import dev.llmagents.ident.BusinessCalendar;

/** Kinds of payment file. */
public enum Variant {
    /** Euro by the SEPA credit transfer scheme. */
    SEPA(BusinessCalendar.TARGET),
    /** Kronor within Sweden. */
    SWEDISH(BusinessCalendar.SWEDEN);

    private final BusinessCalendar calendar;

    Variant(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    public BusinessCalendar calendar() {
        return calendar;
    }
}
