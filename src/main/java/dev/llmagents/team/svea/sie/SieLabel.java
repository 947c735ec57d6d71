package dev.llmagents.team.svea.sie;

import java.util.HashMap;
import java.util.Map;

/** The labels of SIE 4B. */
enum SieLabel {
    FLAGGA,
    PROGRAM,
    FORMAT,
    GEN,
    SIETYP,
    PROSA,
    FTYP,
    FNR,
    ORGNR,
    BKOD,
    ADRESS,
    FNAMN,
    RAR,
    TAXAR,
    OMFATTN,
    KPTYP,
    VALUTA,
    KONTO,
    KTYP,
    ENHET,
    SRU,
    DIM,
    UNDERDIM,
    OBJEKT,
    IB,
    UB,
    OIB,
    OUB,
    RES,
    PSALDO,
    PBUDGET,
    VER,
    TRANS,
    RTRANS,
    BTRANS,
    KSUMMA,
    /** Any other. */
    UNKNOWN;

    private static final Map<String, SieLabel> BY_NAME = byName();

    private static Map<String, SieLabel> byName() {
        Map<String, SieLabel> byName = new HashMap<>();
        for (SieLabel label : values()) {
            if (label != UNKNOWN) {
                byName.put(label.name(), label);
            }
        }
        return byName;
    }

    /** @param name without the number sign, in capitals */
    static SieLabel of(String name) {
        return BY_NAME.getOrDefault(name, UNKNOWN);
    }
}
