package dev.llmagents.report.felicia;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.team.felicia.Facts;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as these reports write them: never with an exponent, never by the machine's locale. */
final class Num {
    static final String NONE = "–";

    private Num() {}

    /** Ten digits; {@code null} for what is no number. */
    static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, Facts.figure(value));
        } else {
            node.putNull(name);
        }
    }

    /** As it was counted, but for zeros at the end of more than two decimals. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    static String text(BigDecimal value) {
        return plain(value).toPlainString();
    }

    static String money(BigDecimal value) {
        return grouped(value.setScale(2, RoundingMode.HALF_UP).toPlainString());
    }

    static String percent(double share) {
        return Double.isFinite(share)
                ? BigDecimal.valueOf(share)
                                .movePointRight(2)
                                .setScale(2, RoundingMode.HALF_UP)
                                .toPlainString() + " %"
                : NONE;
    }

    static String ratio(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString()
                : NONE;
    }

    /** With a blank between thousands. */
    static String grouped(String plain) {
        int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        int first = plain.startsWith("-") ? 1 : 0;
        StringBuilder out = new StringBuilder(plain);
        for (int at = point - 3; at > first; at -= 3) {
            out.insert(at, ' ');
        }
        return out.toString();
    }
}
