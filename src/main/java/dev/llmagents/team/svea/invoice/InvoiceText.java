package dev.llmagents.team.svea.invoice;

import dev.llmagents.team.svea.text.PhraseBook;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An invoice that came as text, out of a PDF perhaps: lines and the labels in them. What a column meant is lost, so that
 * only what stands behind its label on one line, or below it, is taken for its value. Immutable.
 */
public final class InvoiceText {
    private static final int HEAD = 25;
    private static final int FEWEST_LABELS = 3;
    private static final Pattern AMOUNT = Pattern.compile(
            "(?<![\\d,.])-?\\d{1,3}(?:[ \u00A0\u202F.]\\d{3}){1,4}(?:,\\d{2})?(?![\\d%])|(?<![\\d,.])-?\\d{1,9}(?:[,.]\\d{2})?(?![\\d%])");
    private static final Pattern DAY =
            Pattern.compile("(?<!\\d)(20\\d{2})[-/. ]?(0[1-9]|1[0-2])[-/. ]?(0[1-9]|[12]\\d|3[01])(?!\\d)");
    private static final Pattern RATE = Pattern.compile("(?<![\\d,.])(\\d{1,2}(?:[,.]\\d{1,2})?) ?(?:%|procent)");

    private final PhraseBook labels;
    private final List<String> lines;
    private final List<String> folded;

    private InvoiceText(PhraseBook labels, List<String> lines) {
        this.labels = labels;
        this.lines = List.copyOf(lines);
        this.folded = lines.stream().map(PhraseBook::fold).toList();
    }

    /** The text as an invoice; empty if it does not look like one. */
    public static Optional<InvoiceText> of(List<String> lines) {
        InvoiceText text = new InvoiceText(PhraseBook.read(InvoiceText.class, "text-labels.txt"), lines);
        return text.looksLikeInvoice() ? Optional.of(text) : Optional.empty();
    }

    private boolean looksLikeInvoice() {
        boolean named =
                folded.stream().limit(HEAD).anyMatch(line -> line.length() < 80 && labels.isIn("invoice", line));
        int found = 0;
        for (String list :
                List.of("number", "issue date", "due date", "total", "without tax", "payment", "tax number")) {
            found += folded.stream().anyMatch(line -> line.length() < 160 && labels.isIn(list, line)) ? 1 : 0;
        }
        boolean hasAmount = lines.stream().anyMatch(line -> AMOUNT.matcher(line).find());
        // A policy about invoices names the same words, but in sentences.
        long sentences = lines.stream()
                .filter(line -> line.length() > 60 && line.strip().endsWith("."))
                .count();
        return named && found >= FEWEST_LABELS && hasAmount && sentences * 4 <= lines.size();
    }

    /** The lines as they were. */
    public List<String> lines() {
        return lines;
    }

    boolean holds(String list) {
        return folded.stream().anyMatch(line -> labels.isIn(list, line));
    }

    /** The first line, from 1, with a label of {@code list}. */
    Optional<Integer> lineOf(String list) {
        for (int i = 0; i < folded.size(); i++) {
            if (labels.isIn(list, folded.get(i))) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    /** A day behind a label or on the next line. */
    Optional<LocalDate> day(String list) {
        for (int i = 0; i < folded.size(); i++) {
            Optional<PhraseBook.Hit> hit = labels.find(list, folded.get(i));
            if (hit.isPresent()) {
                Optional<LocalDate> day =
                        firstDay(folded.get(i).substring(hit.get().to()));
                if (day.isEmpty() && i + 1 < folded.size()) {
                    day = firstDay(folded.get(i + 1));
                }
                if (day.isPresent()) {
                    return day;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether there is a day that could be that of issue: not one due or of delivery. */
    boolean holdsDayOfIssue() {
        return folded.stream()
                .filter(line -> labels.isIn("issue date", line)
                        || !labels.isIn("due date", line) && !labels.isIn("delivery", line))
                .anyMatch(line -> firstDay(line).isPresent());
    }

    private static Optional<LocalDate> firstDay(String text) {
        Matcher matcher = DAY.matcher(text);
        while (matcher.find()) {
            try {
                return Optional.of(LocalDate.of(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3))));
            } catch (DateTimeException e) {
                // The 31st of a short month: perhaps another number stands behind.
            }
        }
        return Optional.empty();
    }

    /** The last amount on the last line that has a label of {@code list} and none of {@code not}. */
    Optional<Amount> amount(String list, List<String> not) {
        for (int i = folded.size() - 1; i >= 0; i--) {
            String line = folded.get(i);
            boolean excluded = not.stream().anyMatch(other -> labels.isIn(other, line));
            Optional<PhraseBook.Hit> hit = labels.find(list, line);
            if (hit.isPresent() && !excluded) {
                Optional<BigDecimal> value = lastAmount(line.substring(hit.get().to()));
                if (value.isPresent()) {
                    return Optional.of(new Amount(value.get(), "", i + 1));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> lastAmount(String text) {
        Matcher matcher = AMOUNT.matcher(RATE.matcher(text).replaceAll(" "));
        Optional<BigDecimal> last = Optional.empty();
        while (matcher.find()) {
            String digits = matcher.group().replaceAll("[ \u00A0\u202F]", "");
            boolean pointIsDecimal = digits.indexOf(',') < 0 && digits.length() - digits.lastIndexOf('.') == 3;
            String plain = pointIsDecimal ? digits : digits.replace(".", "").replace(',', '.');
            last = UblReader.decimal(plain);
        }
        return last;
    }

    /** A rate in percent and where it stands. */
    record Rate(BigDecimal percent, int line) {}

    /** The rates on lines that speak of VAT, or of all lines. */
    List<Rate> rates(boolean onTaxLines) {
        List<Rate> rates = new ArrayList<>();
        for (int i = 0; i < folded.size(); i++) {
            if (onTaxLines && !labels.isIn("tax", folded.get(i))) {
                continue;
            }
            Matcher matcher = RATE.matcher(folded.get(i));
            while (matcher.find()) {
                rates.add(new Rate(new BigDecimal(matcher.group(1).replace(',', '.')), i + 1));
            }
        }
        return rates;
    }

    String folded(int line) {
        return folded.get(line - 1);
    }
}
