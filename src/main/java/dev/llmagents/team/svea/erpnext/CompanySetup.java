package dev.llmagents.team.svea.erpnext;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.ident.NumberCheck;
import dev.llmagents.ident.NumberKind;
import dev.llmagents.json.Json;
import dev.llmagents.team.svea.sie.SieHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The company as ERPNext is to know it.
 *
 * @param abbreviation goes behind every account and template of the company
 * @param organisationNumber with hyphen; empty if it is wrong, not stated, or a person's
 * @param remarks Swedish, on what was left out
 */
record CompanySetup(
        String name, String abbreviation, String currency, Optional<String> organisationNumber, List<String> remarks) {
    private static final String NAMELESS = "Företag utan namn";
    private static final int LONGEST_ABBREVIATION = 5;

    CompanySetup {
        remarks = List.copyOf(remarks);
    }

    static CompanySetup of(SieHeader header) {
        List<String> remarks = new ArrayList<>();
        String name = PlainText.name(header.companyName(), PlainText.LONGEST_NAME);
        if (name.isEmpty()) {
            name = NAMELESS;
            remarks.add("#FNAMN saknas: skriv företagets namn i stället för ”" + NAMELESS
                    + "” innan något importeras.");
        }
        String currency = header.currency().strip().toUpperCase(Locale.ROOT);
        if (!isCurrency(currency)) {
            if (!currency.isEmpty()) {
                remarks.add("#VALUTA är ingen valutakod: SEK används.");
            }
            currency = "SEK";
        }
        return new CompanySetup(name, abbreviation(name), currency, number(header, remarks), remarks);
    }

    private static boolean isCurrency(String text) {
        return text.length() == 3 && text.chars().allMatch(letter -> letter >= 'A' && letter <= 'Z');
    }

    /** First letters of the words, at most five, in capitals: what ERPNext's set-up wizard proposes. */
    static String abbreviation(String name) {
        StringBuilder letters = new StringBuilder();
        for (String word : name.split(" ", -1)) {
            if (!word.isEmpty()) {
                letters.appendCodePoint(word.codePointAt(0));
            }
        }
        String capitals = letters.toString().toUpperCase(Locale.ROOT);
        return PlainText.cut(capitals, LONGEST_ABBREVIATION);
    }

    private static Optional<String> number(SieHeader header, List<String> remarks) {
        String written = header.organisationNumber().strip();
        if (header.companyType().equals("E") || NumberCheck.isSoleTrader(written)) {
            remarks.add("Enskild firma: organisationsnumret är ett personnummer och därmed en personuppgift."
                    + " Organisations- och momsnummer är utelämnade; fyll i dem för hand där de behövs.");
            return Optional.empty();
        }
        if (written.isEmpty()) {
            remarks.add("#ORGNR saknas: fyll i organisations- och momsnummer.");
            return Optional.empty();
        }
        if (!NumberCheck.check(NumberKind.ORGANISATIONSNUMMER, written).isValid()) {
            remarks.add("Organisationsnumret i #ORGNR har fel form eller kontrollsiffra: det och momsnumret är"
                    + " utelämnade.");
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder();
        written.chars().filter(letter -> letter >= '0' && letter <= '9').forEach(digit -> digits.append((char) digit));
        String ten = digits.substring(digits.length() - 10);
        return Optional.of(ten.substring(0, 6) + "-" + ten.substring(6));
    }

    /** The VAT number: country, the ten digits, 01 for a company that is registered once. */
    Optional<String> taxId() {
        return organisationNumber.map(number -> "SE" + number.replace("-", "") + "01");
    }

    /** {@code title - ABBR}, the name that ERPNext gives what belongs to a company. */
    String owned(String title) {
        return title + " - " + abbreviation;
    }

    /** How long a title may be so that {@link #owned} is no longer than a name may be. */
    int longestTitle() {
        return PlainText.LONGEST_NAME - abbreviation.length() - " - ".length();
    }

    /** The fixture of doctype Company. */
    ObjectNode document() {
        ObjectNode company = Json.object()
                .put("doctype", "Company")
                .put("name", name)
                .put("company_name", name)
                .put("abbr", abbreviation)
                .put("default_currency", currency)
                .put("country", "Sweden");
        taxId().ifPresent(id -> company.put("tax_id", id));
        organisationNumber.ifPresent(number -> company.put("custom_orgnr", number));
        // With perpetual inventory ERPNext refuses journal entries on stock accounts, which the books may hold.
        return company.put("create_chart_of_accounts_based_on", "Standard Template")
                .put("chart_of_accounts", "BAS 2024 med Nummer")
                .put("enable_perpetual_inventory", 0);
    }
}
