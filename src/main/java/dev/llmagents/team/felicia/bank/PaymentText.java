package dev.llmagents.team.felicia.bank;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Text in the letters that payment files carry: {@code a-z A-Z 0-9 / - ? : ( ) . , ' +} and blank (EPC217-08), in files within
 * Sweden also å, ä, ö. Accents fall away, everything else becomes a point.
 *
 * @param text what the file carries
 * @param replacements each letter that was replaced, as {@code å→a}
 */
record PaymentText(String text, List<String> replacements) {
    private static final String SIGNS = "/-?:().,'+ ";

    static PaymentText of(String written, Variant variant, int longest) {
        StringBuilder text = new StringBuilder();
        List<String> replacements = new ArrayList<>();
        String composed = Normalizer.normalize(written.strip(), Normalizer.Form.NFC);
        composed.codePoints().forEach(letter -> {
            String carried = carried(letter, variant);
            if (!carried.equals(Character.toString(letter))) {
                replacements.add(Character.toString(letter) + "→" + carried);
            }
            text.append(carried);
        });
        String slashes = text.toString().replaceAll("/{2,}", "/").replaceAll("^/|/$", "");
        if (slashes.length() != text.length()) {
            replacements.add("slashes at an end or doubled left out");
        }
        if (slashes.length() > longest) {
            replacements.add("cut to " + longest + " characters");
            slashes = slashes.substring(0, longest);
        }
        return new PaymentText(slashes.strip(), List.copyOf(replacements));
    }

    private static String carried(int letter, Variant variant) {
        if (letter < 128 && (Character.isLetterOrDigit(letter) || SIGNS.indexOf(letter) >= 0)) {
            return Character.toString(letter);
        }
        if (variant == Variant.SWEDISH && "åäöÅÄÖ".indexOf(letter) >= 0) {
            return Character.toString(letter);
        }
        if (Character.isWhitespace(letter) || letter == 0xA0) {
            return " ";
        }
        String bare = switch (letter) {
            case 'ß' -> "ss";
            case 'æ' -> "ae";
            case 'Æ' -> "AE";
            case 'ø' -> "o";
            case 'Ø' -> "O";
            case '&' -> "+";
            default ->
                Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "");
        };
        boolean plain =
                !bare.isEmpty() && bare.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '+'));
        return plain ? bare : ".";
    }
}
