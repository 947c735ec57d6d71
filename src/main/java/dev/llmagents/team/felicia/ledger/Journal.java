package dev.llmagents.team.felicia.ledger;

import dev.llmagents.team.felicia.ledger.LedgerEntry.Posting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Writes movements as an hledger journal. The same entries give the same text. Names are changed where hledger would read
 * them as something else (a comment, a quotation, a second account), never left to break the journal.
 */
public final class Journal {
    private static final Pattern BARE_COMMODITY = Pattern.compile("[A-Za-z]{1,20}");
    private static final int LEAST_DECIMALS = 2;

    private Journal() {}

    /**
     * {@code entries} in their order, with the balances they carry as assertions.
     *
     * @throws IllegalArgumentException if a cost is negative
     */
    public static String text(List<LedgerEntry> entries) {
        Map<String, Integer> decimals = new TreeMap<>();
        for (LedgerEntry entry : entries) {
            for (Posting posting : entry.postings()) {
                note(decimals, posting.commodity(), posting.quantity());
                posting.balance().ifPresent(balance -> note(decimals, posting.commodity(), balance));
                posting.cost().ifPresent(cost -> note(decimals, cost.commodity(), cost.amount()));
            }
        }
        StringBuilder text = new StringBuilder("; PAPER ONLY: made by llm-agents, check with: hledger -f FILE check\n");
        text.append("decimal-mark .\n");
        // Without a precision of its own hledger takes that of the amounts, and balances could be rounded into
        // agreement.
        decimals.forEach((commodity, places) -> text.append("commodity ")
                .append(BigDecimal.valueOf(1000)
                        .setScale(Math.max(places, LEAST_DECIMALS))
                        .toPlainString())
                .append(' ')
                .append(commodity)
                .append('\n'));
        for (LedgerEntry entry : entries) {
            text.append('\n')
                    .append(entry.date())
                    .append(' ')
                    .append(description(entry.description()))
                    .append('\n');
            for (Posting posting : entry.postings()) {
                posting(text, posting);
            }
        }
        return text.toString();
    }

    /**
     * The same entries with a balance on every posting that had none, counted from nothing. It makes a journal that was
     * edited by hand fail; to check the program itself, give the balances that the program knows.
     */
    public static List<LedgerEntry> withBalances(List<LedgerEntry> entries) {
        Map<String, BigDecimal> running = new TreeMap<>();
        List<LedgerEntry> all = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            List<Posting> postings = new ArrayList<>();
            for (Posting posting : entry.postings()) {
                String key = account(posting.account()) + "\n" + commodity(posting.commodity());
                BigDecimal balance = running.merge(key, posting.quantity(), BigDecimal::add);
                postings.add(new Posting(
                        posting.account(),
                        posting.commodity(),
                        posting.quantity(),
                        posting.cost(),
                        posting.balance().or(() -> Optional.of(balance))));
            }
            all.add(new LedgerEntry(entry.date(), entry.description(), postings));
        }
        return all;
    }

    private static void note(Map<String, Integer> decimals, String commodity, BigDecimal amount) {
        decimals.merge(
                commodity(commodity), Math.max(0, amount.stripTrailingZeros().scale()), Math::max);
    }

    private static void posting(StringBuilder text, Posting posting) {
        text.append("    ").append(account(posting.account())).append("  ");
        text.append(posting.quantity().toPlainString()).append(' ').append(commodity(posting.commodity()));
        posting.cost().ifPresent(cost -> {
            if (cost.amount().signum() < 0) {
                throw new IllegalArgumentException("a cost has no sign: the quantity has it");
            }
            text.append(" @@ ")
                    .append(cost.amount().toPlainString())
                    .append(' ')
                    .append(commodity(cost.commodity()));
        });
        posting.balance()
                .ifPresent(balance -> text.append(" = ")
                        .append(balance.toPlainString())
                        .append(' ')
                        .append(commodity(posting.commodity())));
        text.append('\n');
    }

    /** A commodity with anything but letters stands in quotes, and those cannot hold a quote. */
    static String commodity(String name) {
        String plain = oneLine(name).replace('"', '\'').replace(';', ',');
        return BARE_COMMODITY.matcher(plain).matches() ? plain : "\"" + (plain.isEmpty() ? "?" : plain) + "\"";
    }

    /** Two blanks end an account name, a bracket makes it virtual, a star or exclamation mark is a status. */
    static String account(String name) {
        String plain = oneLine(name)
                .replace(';', ',')
                .replaceAll("^[(\\[{*!=~%; ]+", "")
                .replaceAll("[)\\]]+$", "");
        return plain.isEmpty() ? "unnamed" : plain;
    }

    /** A star or exclamation mark in front is a status, a bracket a code; a semicolon begins a comment, a bar a note. */
    static String description(String text) {
        return oneLine(text).replace(';', ',').replace('|', '/').replaceAll("^[(*!= ]+", "");
    }

    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean blank = Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT;
            if (!blank) {
                line.appendCodePoint(c);
            } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        });
        return line.toString().strip();
    }
}
