package dev.llmagents.team.felicia;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.team.felicia.bank.Operation;
import dev.llmagents.team.felicia.mission.AccountNumber;
import dev.llmagents.team.felicia.mission.Banking;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds what a model has read in an instruction against the instruction: accounts and payees have to be known, and the
 * amount to stand in the text. It may not add an account number, a rate, a date or a reference. Immutable.
 */
final class RequestSlots {
    private static final Pattern NUMBER = Pattern.compile(
            "\\d{1,3}(?:[ \\u00a0\\u202f.,']\\d{3})+(?:[.,]\\d{1,2})?(?!\\d)|\\d{1,13}(?:[.,]\\d{1,2})?");
    private static final AccountNumber NONE =
            new AccountNumber(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final Set<String> accounts = new HashSet<>();
    private final Set<String> payees = new HashSet<>();
    private final Set<String> currencies = new HashSet<>();

    RequestSlots(Banking banking) {
        banking.accounts().forEach(account -> {
            accounts.add(account.id());
            currencies.add(account.currency());
        });
        banking.payees().forEach(payee -> payees.add(payee.id()));
    }

    /** Empty if anything in {@code item} is not supported by {@code text}. */
    Optional<Banking.Fields> of(String text, JsonNode item) {
        String wished = item.path("operation").asText("");
        Optional<Operation> operation = Arrays.stream(Operation.values())
                .filter(known -> known.label().equals(wished))
                .findFirst();
        Optional<String> account = word(item, "account");
        Optional<String> from = word(item, "from");
        Optional<String> to = word(item, "to");
        Optional<String> currency = word(item, "currency");
        Optional<String> written = word(item, "amount");
        Optional<BigDecimal> amount = written.flatMap(number -> amount(text, number));
        boolean known = account.map(accounts::contains).orElse(true)
                && from.map(accounts::contains).orElse(true)
                && to.map(id -> accounts.contains(id) || payees.contains(id)).orElse(true)
                && currency.map(currencies::contains).orElse(true);
        if (operation.isEmpty() || !known || written.isPresent() && amount.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Banking.Fields(
                operation.get().label(),
                account,
                from,
                to,
                Optional.empty(),
                NONE,
                amount,
                currency,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    private static Optional<String> word(JsonNode item, String field) {
        return Optional.of(item.path(field).asText("").strip()).filter(word -> !word.isEmpty() && !word.equals("null"));
    }

    /** The amount, if one of the numbers of the text is it. */
    private static Optional<BigDecimal> amount(String text, String number) {
        if (!number.matches("\\d{1,13}(\\.\\d{1,2})?")) {
            return Optional.empty();
        }
        BigDecimal said = new BigDecimal(number);
        Matcher numbers = NUMBER.matcher(text.toLowerCase(Locale.ROOT));
        while (numbers.find()) {
            String bare = numbers.group().replaceAll("[ \\u00a0\\u202f']", "");
            boolean decimals = bare.matches(".*[.,]\\d{1,2}");
            int sign = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
            String plain = decimals
                    ? bare.substring(0, sign).replaceAll("[.,]", "") + "." + bare.substring(sign + 1)
                    : bare.replaceAll("[.,]", "");
            if (said.signum() > 0 && new BigDecimal(plain).compareTo(said) == 0) {
                return Optional.of(said);
            }
        }
        return Optional.empty();
    }
}
