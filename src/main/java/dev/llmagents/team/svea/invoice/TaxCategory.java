package dev.llmagents.team.svea.invoice;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How something is taxed (EN 16931 BG-23, BG-30).
 *
 * @param code UNCL 5305: S standard, Z zero, E exempt, AE reverse charge, K intra-community supply, G export, O outside
 * @param percent rate; empty if not stated or no number
 * @param reason why no tax is charged, in words
 * @param reasonCode the same as a code of the VATEX list
 */
public record TaxCategory(
        String code, Optional<BigDecimal> percent, Optional<Field> reason, Optional<Field> reasonCode, int line) {
    public boolean isStandard() {
        return code.equals("S");
    }
}
