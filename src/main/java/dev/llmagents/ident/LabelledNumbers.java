package dev.llmagents.ident;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers behind words that say what they are ({@code org.nr 556012-5790}), also where the number is wrong: a number
 * that says nothing about itself may be anything, but one that claims to be a company's has to be.
 */
public final class LabelledNumbers {
    /** Between label and number; every part is bounded, so that the search stays linear. */
    private static final String LINK = "[ \\t.:=\"|]{0,5}(?:(?:nr|nummer|number|no|är|is)[ \\t.:=\"|]{1,5}){0,2}";

    private static final List<Label> LABELS = List.of(
            label(
                    NumberKind.PERSONNUMMER,
                    "personnummer|personnr|person-?id|pnr",
                    "\\d{6,8}[-+ ]?\\d{4}|[\\d+-]{6,13}"),
            label(
                    NumberKind.SAMORDNINGSNUMMER,
                    "samordningsnummer|samordningsnr",
                    "\\d{6,8}[-+ ]?\\d{4}|[\\d+-]{6,13}"),
            label(
                    NumberKind.ORGANISATIONSNUMMER,
                    "organisationsnummer|organisationsnr|orgnummer|orgnr|org\\.? ?-?nr",
                    "(?:16)?\\d{6}[- \u2013]?\\d{4}|[\\d-]{6,14}"),
            label(
                    NumberKind.MOMSNUMMER,
                    "momsregistreringsnummer|momsreg\\.? ?-?nr|momsnummer|momsnr|moms ?-?nr|vat ?-?(?:nr|no|number|id)",
                    "SE[ ]?\\d{6}[- ]?\\d{4}[- ]?\\d{2}|[A-Z]{2}[A-Z0-9-]{4,14}"),
            label(NumberKind.BANKGIRO, "bankgiro|bankgironr", "\\d{3,4}[- ]\\d{4}|\\d{5,9}|\\d{2,5}-\\d{2,5}"),
            label(NumberKind.BANKGIRO, "bg", "\\d{3,4}-\\d{4}"),
            // "Plusgiro 1920" is an account of the chart, so that short numbers need their hyphen.
            label(NumberKind.PLUSGIRO, "plusgiro|postgiro|plusgironr", "\\d(?:[ ]?\\d){1,6}-\\d|\\d{5,9}"),
            label(NumberKind.PLUSGIRO, "pg", "\\d(?:[ ]?\\d){1,6}-\\d"),
            label(NumberKind.OCR, "ocr|ocr-?nr|ocr-?nummer|ocr-?referens", "\\d(?:[ ]?\\d){1,24}"),
            label(
                    NumberKind.IBAN,
                    "iban",
                    "SE\\d{2}(?:[ ]?\\d){20}|[A-Z]{2}\\d{2}[A-Z0-9]{11,30}|[A-Z]{2}\\d{2}(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,3})?"),
            label(NumberKind.GLN, "gln|gln-?kod|lokaliseringskod", "\\d(?:[ ]?\\d){7,13}"));

    private LabelledNumbers() {}

    private record Label(NumberKind kind, Pattern pattern) {}

    private static Label label(NumberKind kind, String words, String number) {
        return new Label(
                kind,
                Pattern.compile(
                        "(?<![\\p{L}\\d])(?:" + words + ")(?![\\p{L}\\d])" + LINK + "(" + number + ")(?![\\p{L}\\d])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** Every labelled number in {@code text}, by kind and then by place. */
    public static List<LabelledNumber> in(String text) {
        List<LabelledNumber> found = new ArrayList<>();
        for (Label label : LABELS) {
            Matcher matcher = label.pattern().matcher(text);
            while (matcher.find()) {
                found.add(judged(label.kind(), matcher.group(1), matcher.start(1)));
            }
        }
        return found;
    }

    private static LabelledNumber judged(NumberKind kind, String written, int from) {
        NumberVerdict verdict = NumberCheck.check(kind, written);
        int lastGroup = written.lastIndexOf(' ');
        // What stands behind a number in groups may look like one more of them: "… 7034 BIC".
        if (kind == NumberKind.IBAN && !verdict.isValid() && lastGroup > 0) {
            String shorter = written.substring(0, lastGroup);
            if (NumberCheck.check(kind, shorter).isValid()) {
                return new LabelledNumber(kind, from, from + shorter.length(), shorter, NumberVerdict.VALID);
            }
        }
        return new LabelledNumber(kind, from, from + written.length(), written, verdict);
    }
}
