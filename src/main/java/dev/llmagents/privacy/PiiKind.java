package dev.llmagents.privacy;

import dev.llmagents.ident.IdentifierKind;
import java.util.Locale;

/** Kinds of personal data, as marks name them: {@code [PERSON_1]}. */
public enum PiiKind {
    /** Somebody of the input: a speaker, an attendee, an owner of a task. */
    PERSON,
    /** A company or other body that the input names as a party. */
    PARTY,
    EMAIL,
    PHONE,
    PERSONNUMMER,
    SAMORDNINGSNUMMER,
    ORGNUMMER,
    BANKGIRO,
    PLUSGIRO,
    IBAN,
    CARD,
    /** Text of the input that looks like one of our marks and must not be taken for one. No personal data. */
    LITERAL;

    static PiiKind of(IdentifierKind kind) {
        return switch (kind) {
            case PERSONNUMMER -> PERSONNUMMER;
            case SAMORDNINGSNUMMER -> SAMORDNINGSNUMMER;
            case ORGANISATIONSNUMMER -> ORGNUMMER;
            case BANKGIRO -> BANKGIRO;
            case PLUSGIRO -> PLUSGIRO;
            case IBAN -> IBAN;
            case PAYMENT_CARD -> CARD;
            case EMAIL -> EMAIL;
            case PHONE -> PHONE;
        };
    }

    /** The name used in the usage log, for instance {@code personnummer}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
