package dev.llmagents.team.svea.rule;

/** Rules that belong together. Each family is a resource file, {@code rules-<resource>.tsv}. */
public enum Family {
    SIE_FORMAT("sie", "SIE-format"),
    BOOKKEEPING("bokforing", "Bokföring"),
    ANNUAL_ACCOUNTS("bokslut", "Eget kapital och bokslut"),
    VAT("moms", "Moms"),
    REPRESENTATION("representation", "Representation"),
    INVOICE("faktura", "Faktura"),
    IDENTIFIERS("identitet", "Identitetsbeteckningar"),
    GDPR("gdpr", "Dataskydd"),
    POLICY("policy", "Policy och rutiner");

    private final String resource;
    private final String title;

    Family(String resource, String title) {
        this.resource = resource;
        this.title = title;
    }

    String resource() {
        return "rules-" + resource + ".tsv";
    }

    /** Swedish heading. */
    public String title() {
        return title;
    }
}
