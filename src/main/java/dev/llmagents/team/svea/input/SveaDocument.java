package dev.llmagents.team.svea.input;

import java.util.List;

/** An input of Agent Svea, read. Immutable. */
public sealed interface SveaDocument
        permits SieDocument, InvoiceDocument, InvoiceTextDocument, RegisterDocument, ChartDocument, PolicyDocument {

    /** What an input is, by its content. */
    enum Kind {
        SIE("SIE-fil"),
        SIE_5("SIE 5-fil (XML)"),
        UBL("UBL-faktura"),
        SVEFAKTURA("Svefaktura 1.0"),
        INVOICE_TEXT("Faktura i text"),
        REGISTER("Registerförteckning"),
        CHART("Kontoplan"),
        TEXT("Text");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Swedish name. */
        public String label() {
            return label;
        }
    }

    /** The input's name as the user gave it. */
    String name();

    Kind kind();

    /** Swedish sentences about what was guessed or lost in reading. */
    List<String> warnings();
}
