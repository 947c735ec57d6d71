package dev.llmagents.team.felicia.check;

import dev.llmagents.team.felicia.Facts;
import dev.llmagents.team.felicia.Validation.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says whether a sentence may stand: every numeral in it is a figure of {@link Facts} at the precision it is printed with
 * (or, before a percent sign, a hundred times one) and one of what the sentence calls it ({@link Claims}), every word that
 * looks like a ticker is a symbol of the universe, no verdict is named but the one there is, and there is no account
 * number. Sentences are at most 600 characters long, so that none takes long. Immutable.
 */
public final class NumberGuard {
    private static final Pattern IBAN = Pattern.compile("(?i)\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]){11,30}");
    private static final Pattern DATE = Pattern.compile("(?<![\\p{Nd}.,-])(\\d{4})-(\\d{2})-(\\d{2})(?!\\p{Nd})");
    private static final Pattern NUMBER = Pattern.compile(
            "\\d{1,3}(?:[,\\u00a0\\u202f' ]\\d{3})+(?!\\d)(?:[.,]\\d{1,12})?|\\d{1,18}(?:[.,]\\d{1,12})?");
    private static final Pattern WORD = Pattern.compile("\\$?[\\p{L}][\\p{L}\\p{Nd}._]*");
    private static final Pattern PERCENT = Pattern.compile("\\s?(?:%|percent|per cent|procent)(?![\\p{L}])");
    private static final int LONGEST = 600;
    private static final int LONGEST_TICKER = 6;

    private final Facts facts;
    private final Claims claims;
    private final Set<String> plain = new HashSet<>();
    private final Set<String> spelled = new HashSet<>();

    /** @param verdict empty while there is none */
    public NumberGuard(Facts facts, Optional<Verdict> verdict) {
        this.facts = facts;
        this.claims = new Claims(facts, verdict);
        read("plain-words.txt", plain);
        read("spelled-numbers.txt", spelled);
    }

    private static void read(String name, Set<String> into) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(NumberGuard.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            lines.lines().map(line -> line.replaceFirst("#.*", "").strip()).forEach(line -> {
                for (String word : line.split("\\s+", -1)) {
                    into.add(word);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        into.remove("");
    }

    /** Whether {@code sentence} says nothing that the facts do not. */
    public boolean passes(String sentence) {
        if (sentence.isBlank()
                || sentence.length() > LONGEST
                || IBAN.matcher(sentence).find()) {
            return false;
        }
        return wordsPass(claims.bare(sentence)) && claims.agrees(sentence) && numbersPass(sentence);
    }

    private boolean wordsPass(String sentence) {
        Matcher words = WORD.matcher(sentence);
        while (words.find()) {
            String word = words.group().replaceAll("[._]+$", "");
            boolean dollar = word.startsWith("$");
            String bare = dollar ? word.substring(1) : word;
            if (facts.symbols().contains(bare)) {
                continue;
            }
            // "one of the reasons" is prose, "twenty percent" is a number.
            if (spelled.contains(bare.toLowerCase(Locale.ROOT))) {
                return false;
            }
            if (dollar || looksLikeTicker(bare) && !plain.contains(bare)) {
                return false;
            }
        }
        return true;
    }

    private static boolean looksLikeTicker(String word) {
        String head = word.contains(".") ? word.substring(0, word.indexOf('.')) : word;
        return head.length() >= 2
                && head.length() <= LONGEST_TICKER
                && head.codePoints().allMatch(letter -> Character.isUpperCase(letter) || Character.isDigit(letter));
    }

    private boolean numbersPass(String sentence) {
        String text = sentence;
        for (String symbol : facts.symbols()) {
            // A symbol may hold digits, and those are no figure.
            text = text.replaceAll(
                    "(?<![\\p{L}\\p{Nd}])" + Pattern.quote(symbol) + "(?![\\p{L}\\p{Nd}])", " ".repeat(symbol.length()));
        }
        Matcher dates = DATE.matcher(text);
        StringBuilder rest = new StringBuilder();
        while (dates.find()) {
            if (!isKnown(dates.group(1), dates.group(2), dates.group(3))) {
                return false;
            }
            dates.appendReplacement(rest, " ".repeat(dates.end() - dates.start()));
        }
        dates.appendTail(rest);
        Matcher numbers = NUMBER.matcher(rest);
        int end = 0;
        while (numbers.find()) {
            if (hasDigit(rest, end, numbers.start())) {
                return false;
            }
            end = numbers.end();
            Matcher percent = PERCENT.matcher(rest).region(end, rest.length());
            Map<String, BigDecimal> allowed = claims.of(sentence, numbers.start(), end);
            if (!isKnown(numbers.group(), percent.lookingAt(), allowed)) {
                return false;
            }
        }
        return !hasDigit(rest, end, rest.length());
    }

    /** Digits the pattern does not take are those of other scripts. */
    private static boolean hasDigit(CharSequence text, int from, int to) {
        return text.subSequence(from, to)
                .codePoints()
                .anyMatch(letter -> Character.isDigit(letter) || Character.getType(letter) == Character.OTHER_NUMBER);
    }

    private boolean isKnown(String year, String month, String day) {
        try {
            return facts.dates()
                    .contains(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noDate) {
            return false;
        }
    }

    private static boolean isKnown(String written, boolean percent, Map<String, BigDecimal> allowed) {
        return matches(plainForm(written, true), percent, allowed)
                || matches(plainForm(written, false), percent, allowed);
    }

    /** With a comma read as a sign between thousands or as a decimal sign. */
    private static String plainForm(String written, boolean commaGroups) {
        String bare = written.replaceAll("[\\u00a0\\u202f' ]", "");
        if (bare.contains(".") || commaGroups && bare.matches("\\d{1,3}(,\\d{3})+")) {
            return bare.replace(",", "");
        }
        return bare.replace(',', '.');
    }

    private static boolean matches(String number, boolean percent, Map<String, BigDecimal> allowed) {
        if (number.indexOf('.') != number.lastIndexOf('.')) {
            return false;
        }
        BigDecimal said = new BigDecimal(number);
        for (BigDecimal fact : allowed.values()) {
            BigDecimal value = percent ? fact.abs().movePointRight(2) : fact.abs();
            if (value.setScale(said.scale(), RoundingMode.HALF_UP).compareTo(said) == 0
                    && (value.signum() == 0 || said.signum() != 0)) {
                return true;
            }
        }
        return false;
    }
}
