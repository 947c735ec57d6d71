package dev.llmagents.team.svea.erpnext;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.team.svea.sie.Ore;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code journal_entry.csv} as ERPNext's Data Import does and applies what its Journal Entry asks for. */
final class JournalCheck {
    private static final int ACCOUNT = Journal.COLUMNS.indexOf("accounts.account");
    private static final int DEBIT = ACCOUNT + 1;
    private static final int CREDIT = ACCOUNT + 2;
    private static final int PARTY_TYPE = ACCOUNT + 3;
    private static final int PARTY = ACCOUNT + 4;
    private static final int DATE = Journal.COLUMNS.indexOf("posting_date");
    private static final int OPENING = Journal.COLUMNS.indexOf("is_opening");
    private static final int LONGEST_AMOUNT = 20;

    private final Problems problems;
    private final AccountTableCheck accounts;
    private final String company;
    private final JsonNode years;
    private final BasChart chart = BasChart.builtIn();
    private final Map<String, Boolean> dates = new HashMap<>();
    private int start;
    private long sum;
    private boolean isOpening;

    JournalCheck(Problems problems, AccountTableCheck accounts, String company, JsonNode years) {
        this.problems = problems;
        this.accounts = accounts;
        this.company = company;
        this.years = years;
    }

    void read(List<List<String>> rows) {
        if (rows.isEmpty() || !rows.get(0).equals(Journal.COLUMNS)) {
            problems.add(Bundle.JOURNAL, "har inte de rubriker som importen väntar");
            return;
        }
        for (int i = 1; i < rows.size(); i++) {
            List<String> cells = rows.get(i);
            if (cells.size() != Journal.COLUMNS.size()) {
                fault(i + 1, "har " + cells.size() + " celler");
                continue;
            }
            boolean isHead = cells.subList(0, ACCOUNT).stream().anyMatch(cell -> !cell.isEmpty());
            if (isHead) {
                finish();
                start = i + 1;
                head(i + 1, cells);
            } else if (start == 0) {
                fault(i + 1, "raden hör inte till någon verifikation");
            }
            row(i + 1, cells);
        }
        finish();
    }

    private void head(int line, List<String> cells) {
        isOpening = cells.get(OPENING).equals("Yes");
        if (!cells.get(0).equals("0")) {
            fault(line, "verifikationen är inte ett utkast (docstatus 0)");
        }
        if (!isOpening && !cells.get(OPENING).equals("No")) {
            fault(line, "is_opening är varken Yes eller No");
        }
        if (!cells.get(Journal.COLUMNS.indexOf("voucher_type")).equals(isOpening ? "Opening Entry" : "Journal Entry")) {
            fault(line, "verifikationstypen är fel");
        }
        if (!cells.get(Journal.COLUMNS.indexOf("company")).equals(company)) {
            fault(line, "bolaget är ett annat än i " + Bundle.COMPANY);
        }
        if (!dates.computeIfAbsent(cells.get(DATE), this::isInYear)) {
            fault(line, "datumet " + Problems.quoted(cells.get(DATE)) + " ligger inte i något räkenskapsår");
        }
    }

    private boolean isInYear(String text) {
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            return false;
        }
        boolean isInside = years.isEmpty();
        for (JsonNode year : years) {
            // Dates of ISO 8601 sort as text.
            isInside |= year.path("year_start_date").asText("9").compareTo(day.toString()) <= 0
                    && year.path("year_end_date").asText("0").compareTo(day.toString()) >= 0;
        }
        return isInside;
    }

    private void row(int line, List<String> cells) {
        String account = cells.get(ACCOUNT);
        if (!accounts.exists(account)) {
            fault(line, "kontot " + Problems.quoted(account) + " finns varken i ERPNext eller i " + Bundle.ACCOUNT);
        }
        long debit = amount(line, cells.get(DEBIT));
        long credit = amount(line, cells.get(CREDIT));
        if (debit == 0 == (credit == 0)) {
            fault(line, "raden ska ha ett belopp i antingen debet eller kredit");
        }
        sum += debit - credit;
        int dash = account.indexOf(" - ");
        String number = dash < 0 ? account : account.substring(0, dash);
        Optional<String> party = chart.partyType(number);
        if (!party.orElse("").equals(cells.get(PARTY_TYPE)) || party.isPresent() == cells.get(PARTY).isEmpty()) {
            fault(line, "motparten stämmer inte med kontot " + Problems.quoted(account));
        }
        if (isOpening && !number.isEmpty() && number.charAt(0) >= '3' && number.charAt(0) <= '8') {
            fault(line, "resultatkontot " + Problems.quoted(account) + " får inte ha ingående balans");
        }
    }

    /** Öre; 0 if the text is no amount with two decimals, which is a fault. */
    private long amount(int line, String text) {
        int length = text.length();
        boolean isAmount = length >= 4 && length <= LONGEST_AMOUNT && text.charAt(length - 3) == '.';
        long ore = 0;
        for (int i = 0; i < length && isAmount; i++) {
            char letter = text.charAt(i);
            if (i != length - 3) {
                isAmount = letter >= '0' && letter <= '9' && ore <= Ore.MOST / 10;
                ore = ore * 10 + letter - '0';
            }
        }
        if (!isAmount) {
            fault(line, "beloppet " + Problems.quoted(text) + " är inte ett tal med två decimaler");
            return 0;
        }
        return ore;
    }

    private void finish() {
        if (start > 0 && sum != 0) {
            fault(start, "verifikationen balanserar inte (" + Ore.text(sum) + " kr)");
        }
        sum = 0;
    }

    private void fault(int line, String clause) {
        problems.add(Bundle.JOURNAL, "rad " + line + ": " + clause);
    }
}
