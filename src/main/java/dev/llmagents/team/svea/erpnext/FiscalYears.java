package dev.llmagents.team.svea.erpnext;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.team.svea.sie.FiscalYear;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Fixtures of doctype Fiscal Year, one for each #RAR. ERPNext takes no two that overlap. */
final class FiscalYears {
    private final List<FiscalYear> years = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final CompanySetup company;

    FiscalYears(List<FiscalYear> stated, CompanySetup company) {
        this.company = company;
        // The file's own year goes before the others where two overlap.
        for (FiscalYear year : stated.stream()
                .sorted(Comparator.comparingLong(year -> Math.abs((long) year.number())))
                .toList()) {
            boolean overlaps = years.stream()
                    .anyMatch(other -> !year.start().isAfter(other.end())
                            && !other.start().isAfter(year.end()));
            if (year.end().isBefore(year.start())) {
                remarks.add("#RAR " + year.number() + " slutar före sin början och är utelämnat.");
            } else if (overlaps) {
                remarks.add("#RAR " + year.number() + " (" + year.period()
                        + ") överlappar ett annat år och är utelämnat.");
            } else {
                years.add(year);
            }
        }
        years.sort(Comparator.comparing(FiscalYear::start));
        if (years.isEmpty()) {
            remarks.add("#RAR saknas: lägg upp räkenskapsåret för hand innan verifikationerna importeras.");
        }
        if (years.stream().anyMatch(year -> !isWholeYear(year))) {
            remarks.add("Räkenskapsår som inte är tolv månader är märkta ”Is Short Year”, som ERPNext kräver även för"
                    + " förlängda år (ej provat).");
        }
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** Whether ERPNext will take a posting on that day; if no year is stated at all, that is up to its user. */
    boolean contains(LocalDate day) {
        return years.isEmpty() || years.stream().anyMatch(year -> year.contains(day));
    }

    ArrayNode documents() {
        ArrayNode documents = Json.array();
        for (FiscalYear year : years) {
            ObjectNode document = documents
                    .addObject()
                    .put("doctype", "Fiscal Year")
                    .put("name", name(year))
                    .put("year", name(year))
                    .put("year_start_date", year.start().toString())
                    .put("year_end_date", year.end().toString())
                    .put("is_short_year", isWholeYear(year) ? 0 : 1);
            document.putArray("companies")
                    .addObject()
                    .put("doctype", "Fiscal Year Company")
                    .put("company", company.name());
        }
        return documents;
    }

    private static boolean isWholeYear(FiscalYear year) {
        return year.end().equals(year.start().plusYears(1).minusDays(1));
    }

    private static String name(FiscalYear year) {
        if (!isWholeYear(year)) {
            return year.start() + " - " + year.end();
        }
        int first = year.start().getYear();
        int last = year.end().getYear();
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
