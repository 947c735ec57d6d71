package dev.llmagents.team.svea.sie;

/** The kinds of SIE file. */
public enum SieType {
    YEAR_BALANCES("1"),
    PERIOD_BALANCES("2"),
    OBJECT_BALANCES("3"),
    /** Type 4, export: balances and every voucher. */
    TRANSACTIONS("4E"),
    /** Type 4, import: vouchers from a pre-system, without balances. */
    IMPORT("4I"),
    SIE5("5"),
    SIE5_ENTRY("5 import");

    private final String label;

    SieType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether vouchers belong in such a file. */
    public boolean hasVouchers() {
        return this == TRANSACTIONS || this == IMPORT || this == SIE5 || this == SIE5_ENTRY;
    }

    /** Whether the file comes from a pre-system and need not state accounts, balances and voucher numbers. */
    public boolean isImport() {
        return this == IMPORT || this == SIE5_ENTRY;
    }

    /** Whether the file is a list of labelled records as SIE 1 to 4 are. */
    public boolean isLabelled() {
        return this != SIE5 && this != SIE5_ENTRY;
    }
}
