package dev.llmagents.team.felicia.mission;

import dev.llmagents.json.NearName;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Turns one written value into what its key asks for. */
final class ScalarReader {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{1,12})?(?:[eE][+-]?[0-9]{1,2})?");

    private static final Pattern WHOLE = Pattern.compile("[+-]?(?:0|[1-9][0-9]{0,8})");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int LONGEST_TEXT = 20_000;

    private ScalarReader() {}

    /** The value does not suit its key; the message continues the sentence "'key' ...". */
    static final class Unsuited extends Exception {
        private static final long serialVersionUID = 1L;

        Unsuited(String message) {
            super(message);
        }
    }

    static Object read(MissionKey key, Node.Scalar scalar) throws Unsuited {
        String text = scalar.text().strip();
        return switch (key.type()) {
            case TEXT, FILE -> text(text);
            case CHOICE -> choice(key, text);
            case DATE -> date(text);
            case NUMBER -> number(key, scalar);
            case WHOLE -> whole(key, scalar);
            case FLAG -> flag(scalar);
            case CURRENCY -> currency(text);
            case NAMES, NUMBERS, SECTION, LIST, REQUESTS -> throw new Unsuited("is no single value");
        };
    }

    private static String text(String text) throws Unsuited {
        if (text.isEmpty()) {
            throw new Unsuited("is empty: give it a value or remove the line");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new Unsuited("is longer than " + LONGEST_TEXT + " characters: shorten it");
        }
        return text;
    }

    private static String choice(MissionKey key, String text) throws Unsuited {
        if (!key.choices().contains(text)) {
            String near = NearName.to(text, key.choices())
                    .map(word -> "; did you mean '" + word + "'?")
                    .orElse("");
            throw new Unsuited(
                    "is '" + shown(text) + "', but has to be one of " + String.join(", ", key.choices()) + near);
        }
        return text;
    }

    private static LocalDate date(String text) throws Unsuited {
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            throw new Unsuited("is '" + text + "', and there is no such day");
        }
        throw new Unsuited("is '" + shown(text) + "', but has to be a day such as 2015-12-31");
    }

    private static BigDecimal number(MissionKey key, Node.Scalar scalar) throws Unsuited {
        if (scalar.quoted() || !NUMBER.matcher(scalar.text()).matches()) {
            throw new Unsuited("is " + quote(scalar)
                    + ", but has to be a number such as 1250.50, with a point and without quotes or blanks");
        }
        return within(key, new BigDecimal(scalar.text()));
    }

    private static Integer whole(MissionKey key, Node.Scalar scalar) throws Unsuited {
        if (scalar.quoted() || !WHOLE.matcher(scalar.text()).matches()) {
            throw new Unsuited("is " + quote(scalar) + ", but has to be a whole number such as 12");
        }
        return within(key, new BigDecimal(scalar.text())).intValueExact();
    }

    private static BigDecimal within(MissionKey key, BigDecimal number) throws Unsuited {
        boolean low = key.least()
                .filter(least -> number.compareTo(least) < (key.aboveLeast() ? 1 : 0))
                .isPresent();
        boolean high = key.most().filter(most -> number.compareTo(most) > 0).isPresent();
        if (low || high) {
            throw new Unsuited("is " + number.toPlainString() + ", but has to be "
                    + (key.aboveLeast() ? "above " : "from ")
                    + plain(key.least().orElseThrow()) + " to "
                    + plain(key.most().orElseThrow()));
        }
        return number;
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    private static Boolean flag(Node.Scalar scalar) throws Unsuited {
        if (!scalar.quoted() && scalar.text().equals("true")) {
            return true;
        }
        if (!scalar.quoted() && scalar.text().equals("false")) {
            return false;
        }
        throw new Unsuited("is " + quote(scalar) + ", but has to be true or false");
    }

    private static String currency(String text) throws Unsuited {
        if (!CURRENCY.matcher(text).matches()) {
            throw new Unsuited("is '" + shown(text) + "', but has to be a currency code such as EUR");
        }
        return text;
    }

    private static String quote(Node.Scalar scalar) {
        return scalar.quoted() ? "the text \"" + shown(scalar.text()) + "\"" : "'" + shown(scalar.text()) + "'";
    }

    /** Enough of a value to know it again; what comes from a file may be long and hold anything. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(40)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .forEach(shown::appendCodePoint);
        return shown.length() < text.length() ? shown + "…" : shown.toString();
    }
}
