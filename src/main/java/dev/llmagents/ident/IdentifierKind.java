package dev.llmagents.ident;

/** What a number or address stands for. */
public enum IdentifierKind {
    /** Swedish personal identity number. */
    PERSONNUMMER,
    /** Swedish co-ordination number: as a personal identity number, with 60 added to the day. */
    SAMORDNINGSNUMMER,
    /** Swedish company registration number, or the VAT number made of one. */
    ORGANISATIONSNUMMER,
    BANKGIRO,
    PLUSGIRO,
    IBAN,
    /** Number of a credit or debit card. */
    PAYMENT_CARD,
    EMAIL,
    PHONE
}
