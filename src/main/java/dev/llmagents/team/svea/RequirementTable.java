package dev.llmagents.team.svea;

import dev.llmagents.agent.Source;
import dev.llmagents.team.svea.RegulatoryRequirements.Requirement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the law asks of companies, each row with the condition under which it applies. Immutable. */
final class RequirementTable {
    private static final int COLUMNS = 8;
    private static final int ARCHIVE_YEARS = 7;

    /** Rules whose findings show that a requirement is not met. */
    private static final Map<String, List<String>> SHOWN_BY = Map.of(
            "KRAV-01", List.of("BFL-010", "BFL-022"),
            "KRAV-02", List.of("BFL-011", "BFL-018"),
            "KRAV-03", List.of("BFL-007", "BFL-008", "BFL-013", "BFL-014"),
            "KRAV-04", List.of("BFL-015", "BFL-016", "BFL-026", "BFL-027"),
            "KRAV-05", List.of("POL-001"),
            "KRAV-07", List.of("ABL-001"),
            "KRAV-10", List.of("ML-004", "FAK-011"),
            "KRAV-14", List.of("GDP-016"),
            "KRAV-15", List.of("GDP-014"));

    private final List<String[]> rows;

    private RequirementTable(List<String[]> rows) {
        this.rows = List.copyOf(rows);
    }

    static RequirementTable builtIn() {
        List<String[]> rows = new ArrayList<>();
        try (InputStream in = RequirementTable.class.getResourceAsStream("requirements.tsv")) {
            if (in == null) {
                throw new IllegalStateException("requirements.tsv is missing from the program");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split("\t", -1);
                if (!line.startsWith("#") && cells.length == COLUMNS) {
                    rows.add(cells);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RequirementTable(rows);
    }

    /** The grounds of the rows, as they are printed. */
    List<String> grounds() {
        return rows.stream().map(cells -> cells[6]).toList();
    }

    /** Those that apply to a case, in the order of the table. */
    List<Requirement> of(ComplianceCase input) {
        List<Requirement> requirements = new ArrayList<>();
        for (String[] cells : rows) {
            if (applies(cells[1], input)) {
                boolean isConfirmed = cells[5].equals("ja");
                String ground = cells[6].isEmpty() || isConfirmed ? cells[6] : cells[6] + " (ej verifierat)";
                requirements.add(new Requirement(
                        cells[0],
                        cells[7],
                        cells[2].equals("obligatoriskt"),
                        deadline(cells[3], input.company()),
                        cells[4],
                        ground,
                        shown(cells[0], input),
                        Source.RULES));
            }
        }
        return requirements;
    }

    private static List<String> shown(String id, ComplianceCase input) {
        List<String> findings = new ArrayList<>();
        Map<String, List<Integer>> byRule = input.byRule();
        for (String rule : SHOWN_BY.getOrDefault(id, List.of())) {
            byRule.getOrDefault(rule, List.of()).forEach(index -> findings.add(ComplianceCase.id(index)));
        }
        return findings;
    }

    private static boolean applies(String condition, ComplianceCase input) {
        CompanyFacts company = input.company();
        boolean hasBooks = company.yearEnd().isPresent();
        return switch (condition) {
            case "alltid" -> hasBooks;
            case "ab" -> company.isLimitedCompany();
            case "moms" -> company.uses("26") || hasRules(input, "FAK-");
            case "löner" -> company.uses("70", "72", "2710", "2731");
            case "kontant" -> company.uses("191");
            case "offentlig" -> hasFinding(input, "FAK-017");
            case "personuppgifter" -> hasRules(input, "GDP-");
            case "omvänd" -> company.uses("3231", "2614", "2617", "2647");
            default -> throw new IllegalStateException("no condition '" + condition + "' in requirements.tsv");
        };
    }

    private static boolean hasFinding(ComplianceCase input, String rule) {
        return input.byRule().containsKey(rule);
    }

    /** Whether rules of that name ran, so that what they are about is there. */
    private static boolean hasRules(ComplianceCase input, String prefix) {
        return input.coverage().values().stream()
                .flatMap(List::stream)
                .anyMatch(coverage -> coverage.ruleId().startsWith(prefix)
                        && coverage.state() == dev.llmagents.team.svea.rule.Coverage.State.RAN);
    }

    private static Optional<String> deadline(String code, CompanyFacts company) {
        Optional<LocalDate> end = company.yearEnd();
        return switch (code) {
            case "löpande" -> Optional.of("löpande");
            case "månadsvis" -> Optional.of("för varje period");
            case "dag+1" -> Optional.of("nästa arbetsdag");
            case "månad+50" -> Optional.of("50 dagar efter månadens utgång");
            case "bokslut+7" -> end.map(day -> "senast " + day.plusMonths(7));
            case "arkiv" -> end.map(day -> "till och med " + (day.getYear() + ARCHIVE_YEARS) + "-12-31");
            default -> throw new IllegalStateException("no deadline '" + code + "' in requirements.tsv");
        };
    }
}
