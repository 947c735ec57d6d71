package dev.llmagents.team.svea.gdpr;

import java.util.Locale;

/**
 * What a record of processing says about a processing: art. 30.1 a to g of the GDPR, and what registers mostly hold beside
 * it. The order is that in which a heading is tried.
 */
enum RecordPart {
    SAFEGUARDS("skydd vid överföring"),
    PROCESSOR_AGREEMENT("biträdesavtal"),
    PROCESSOR("personuppgiftsbiträde"),
    TRANSFER("tredjelandsöverföring"),
    CONTROLLER("personuppgiftsansvarig"),
    RETENTION("tidsfrister för radering"),
    SECURITY("säkerhetsåtgärder"),
    SPECIAL_BASIS("stöd enligt art. 9"),
    LEGAL_BASIS("rättslig grund"),
    RECIPIENTS("mottagare"),
    SUBJECTS("kategorier av registrerade"),
    PURPOSE("ändamål"),
    DATA("kategorier av personuppgifter"),
    ACTIVITY("behandling");

    private final String label;

    RecordPart(String label) {
        this.label = label;
    }

    /** Swedish name. */
    String label() {
        return label;
    }

    /** The name of its list in the file of headings. */
    String list() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether art. 30.1 asks for it. */
    boolean isDemanded() {
        return switch (this) {
            case CONTROLLER, PURPOSE, SUBJECTS, DATA, RECIPIENTS, TRANSFER, SAFEGUARDS, RETENTION, SECURITY -> true;
            case PROCESSOR_AGREEMENT, PROCESSOR, SPECIAL_BASIS, LEGAL_BASIS, ACTIVITY -> false;
        };
    }
}
