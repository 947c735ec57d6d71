package dev.llmagents.ident;

/** Numbers that a form or a text can say it holds. {@link NumberCheck} judges whether it does. */
public enum NumberKind {
    PERSONNUMMER,
    SAMORDNINGSNUMMER,
    ORGANISATIONSNUMMER,
    /** VAT registration number of an EU country; only Swedish ones have their digits checked. */
    MOMSNUMMER,
    BANKGIRO,
    PLUSGIRO,
    /** Reference of a Swedish payment with a check digit. */
    OCR,
    IBAN,
    /** Global Location Number of GS1. */
    GLN
}
