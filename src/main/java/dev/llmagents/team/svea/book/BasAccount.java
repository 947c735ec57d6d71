package dev.llmagents.team.svea.book;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the number of an account says by the BAS chart alone, without a company's own chart.
 *
 * @param basClass first digit
 * @param kind asset, debt and the like, Swedish
 * @param meaning of the account's group, Swedish; says so where BAS has no such group
 */
public record BasAccount(String number, int basClass, String kind, String meaning) {
    private static final String NO_GROUP = "BAS har ingen sådan kontogrupp";

    /** Empty unless {@code number} has four digits. */
    public static Optional<BasAccount> of(String number) {
        if (!number.matches("[0-9]{4}")) {
            return Optional.empty();
        }
        int basClass = number.charAt(0) - '0';
        return Optional.of(new BasAccount(
                number, basClass, kind(number, basClass), group(number.substring(0, 2)).orElse(NO_GROUP)));
    }

    private static String kind(String number, int basClass) {
        return switch (basClass) {
            case 1 -> "tillgång";
            case 2 -> number.startsWith("20") ? "eget kapital" : "skuld";
            case 3 -> "intäkt";
            case 4, 5, 6, 7 -> "kostnad";
            case 8 -> "finansiellt, bokslut eller skatt";
            default -> "internt eller statistiskt konto";
        };
    }

    private static Optional<String> group(String group) {
        try (InputStream in = BasAccount.class.getResourceAsStream("bas-groups.tsv")) {
            if (in == null) {
                throw new IllegalStateException("bas-groups.tsv is missing from the program");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .filter(line -> line.startsWith(group + "\t"))
                    .map(line -> line.substring(line.indexOf('\t') + 1))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
