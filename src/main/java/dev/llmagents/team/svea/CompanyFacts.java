package dev.llmagents.team.svea;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the inputs tell of the company. Amounts in SEK.
 *
 * @param form company form as SIE abbreviates it (AB, HB, E, BRF …); empty if unknown
 * @param yearEnd last day of the newest fiscal year
 * @param turnover net sales of that year
 * @param accounts numbers of the accounts that are used
 * @param figures key figures by Swedish name, as they are to be printed
 */
public record CompanyFacts(
        Optional<String> name,
        Optional<String> organisationNumber,
        Optional<String> form,
        Optional<LocalDate> yearStart,
        Optional<LocalDate> yearEnd,
        Optional<BigDecimal> turnover,
        SortedSet<String> accounts,
        Map<String, String> figures) {
    /** Of inputs that tell nothing. */
    public static final CompanyFacts UNKNOWN = new CompanyFacts(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new TreeSet<>(),
            Map.of());

    public CompanyFacts {
        accounts = Collections.unmodifiableSortedSet(new TreeSet<>(accounts));
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** Whether an account that begins with one of {@code prefixes} is used. */
    public boolean uses(String... prefixes) {
        for (String prefix : prefixes) {
            SortedSet<String> from = accounts.tailSet(prefix);
            if (!from.isEmpty() && from.first().startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    public boolean isLimitedCompany() {
        return form.map(value -> value.equals("AB") || value.equals("BAB") || value.equals("FAB"))
                .orElse(false);
    }
}
