package dev.llmagents.team.felicia.bank;

import dev.llmagents.team.felicia.mission.Phrases;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds amounts of money in a text, written in digits or in words, in Swedish or English. */
final class AmountReader {
    /** An amount with its place in the text; the currency is empty where none stands beside it. */
    record Found(BigDecimal amount, Optional<String> currency, int from, int to) {}

    private static final Pattern TOKEN = Pattern.compile(
            "[0-9]{1,3}(?:[ \\u00A0\\u202F][0-9]{3}){1,4}(?![0-9])(?:[.,][0-9]{1,2}(?![0-9]))?|[0-9][0-9.,]{0,24}|[\\p{L}]+|[€$£]");

    private static final Pattern GROUPED =
            Pattern.compile("[0-9]{1,3}(?:([.,])[0-9]{3})(?:\\1[0-9]{3})*(?:(?!\\1)[.,][0-9]{1,2})?");
    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,15}(?:[.,][0-9]{1,2})?");
    private static final List<String> CURRENCIES = List.of("SEK", "EUR", "USD", "GBP", "DKK", "NOK");

    private final Phrases words;
    private final Phrases numbers = Phrases.read(AmountReader.class, "number-words.txt");

    AmountReader(Phrases words) {
        this.words = words;
    }

    private record Token(String text, int from, int to) {}

    List<Found> in(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            // A point or comma behind a number ends a sentence.
            String token = matcher.group().replaceFirst("[.,]+$", "");
            tokens.add(new Token(token.toLowerCase(Locale.ROOT), matcher.start(), matcher.start() + token.length()));
        }
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            int end = at;
            BigDecimal total = BigDecimal.ZERO;
            BigDecimal part = BigDecimal.ZERO;
            boolean any = false;
            for (; end < tokens.size(); end++) {
                Optional<BigDecimal> value =
                        any || beginsNumber(tokens, end) ? value(tokens.get(end).text()) : Optional.empty();
                if (value.isEmpty()) {
                    break;
                }
                BigDecimal number = value.get();
                boolean scale = !isDigits(tokens.get(end)) && number.compareTo(BigDecimal.valueOf(100)) >= 0;
                if (scale) {
                    part = (part.signum() == 0 ? BigDecimal.ONE : part).multiply(number);
                    if (number.compareTo(BigDecimal.valueOf(1000)) >= 0) {
                        total = total.add(part);
                        part = BigDecimal.ZERO;
                    }
                } else if (any && isDigits(tokens.get(end))) {
                    break;
                } else {
                    part = part.add(number);
                }
                any = true;
            }
            if (any) {
                found.add(found(tokens, at, end, total.add(part)));
            }
            at = Math.max(end, at + 1);
        }
        return found;
    }

    /** "en" and "ett" alone are articles; "k" alone is a letter. */
    private boolean beginsNumber(List<Token> tokens, int at) {
        String word = tokens.get(at).text();
        boolean article = List.of("en", "ett", "one", "k", "tkr", "mkr").contains(word);
        return !article
                || (word.length() > 1
                        && at + 1 < tokens.size()
                        && value(tokens.get(at + 1).text()).isPresent());
    }

    private static boolean isDigits(Token token) {
        return Character.isDigit(token.text().charAt(0));
    }

    private Found found(List<Token> tokens, int from, int to, BigDecimal amount) {
        Optional<String> behind = to < tokens.size() ? currency(tokens.get(to).text()) : Optional.empty();
        String last = tokens.get(to - 1).text();
        Optional<String> within = last.equals("tkr") || last.equals("mkr") ? Optional.of("SEK") : Optional.empty();
        Optional<String> before = from > 0 ? currency(tokens.get(from - 1).text()) : Optional.empty();
        int end = within.isEmpty() && behind.isPresent() ? to : to - 1;
        int start = within.isEmpty() && behind.isEmpty() && before.isPresent() ? from - 1 : from;
        return new Found(
                amount,
                within.or(() -> behind).or(() -> before),
                tokens.get(start).from(),
                tokens.get(end).to());
    }

    private Optional<String> currency(String word) {
        return CURRENCIES.stream()
                .filter(code -> words.match(code, List.of(word), 0) > 0)
                .findFirst();
    }

    private Optional<BigDecimal> value(String token) {
        if (!Character.isDigit(token.charAt(0))) {
            return numbers.names().stream()
                    .filter(name -> numbers.match(name, List.of(token), 0) > 0)
                    .findFirst()
                    .map(BigDecimal::new);
        }
        String digits = token.replaceAll("[ \\u00A0\\u202F]", "");
        if (GROUPED.matcher(digits).matches()) {
            // Three digits behind a separator are a group: money has two decimals.
            int last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
            boolean decimals = digits.length() - last <= 3;
            String whole = (decimals ? digits.substring(0, last) : digits).replaceAll("[.,]", "");
            return Optional.of(new BigDecimal(decimals ? whole + "." + digits.substring(last + 1) : whole));
        }
        return PLAIN.matcher(digits).matches()
                ? Optional.of(new BigDecimal(digits.replace(',', '.')))
                : Optional.empty();
    }
}
