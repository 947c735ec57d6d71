package dev.llmagents.usage.stats;

import java.math.BigDecimal;
import java.util.Optional;

/** The amount of money in a field of the line at hand. Reused for line after line; for one thread. */
final class Amount {
    private long picos;
    private Optional<BigDecimal> unusual = Optional.empty();
    private boolean known;

    /** Reads the field; false if it holds a number that is no amount. */
    boolean read(UsageLine line, Field field) {
        unusual = Optional.empty();
        picos = 0;
        known = line.isNumber(field);
        if (known) {
            picos = NumberBytes.picos(line.bytes(), line.from(field), line.to(field));
            if (picos == NumberBytes.UNFIT) {
                picos = 0;
                unusual = NumberBytes.decimal(line.bytes(), line.from(field), line.to(field));
                return unusual.isPresent();
            }
        }
        return true;
    }

    /** Whether the field holds an amount at all. */
    boolean isKnown() {
        return known;
    }

    void addTo(UsdSum sum) {
        sum.add(picos);
        // Nearly never; a lambda for each line would be garbage without end.
        if (unusual.isPresent()) {
            sum.add(unusual.get());
        }
    }
}
