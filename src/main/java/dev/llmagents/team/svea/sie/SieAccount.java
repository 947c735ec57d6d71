package dev.llmagents.team.svea.sie;

import java.util.List;
import java.util.Optional;

/**
 * An account of the chart (#KONTO).
 *
 * @param type {@code T}, {@code S}, {@code K} or {@code I} (#KTYP): asset, debt, cost, income
 * @param unit #ENHET; empty if there is none
 * @param sru codes of the tax return (#SRU)
 * @param line of #KONTO
 * @param typeLine of #KTYP; 0 if there is none
 */
public record SieAccount(
        String number, String name, Optional<String> type, String unit, List<String> sru, int line, int typeLine) {
    public SieAccount {
        sru = List.copyOf(sru);
    }

    /** The first digit, the class of a BAS chart; -1 if the number is none. */
    public int basClass() {
        return classOf(number);
    }

    /** The class of an account number: its first digit; -1 if it does not begin with one. */
    public static int classOf(String number) {
        return number.isEmpty() || number.charAt(0) < '0' || number.charAt(0) > '9' ? -1 : number.charAt(0) - '0';
    }
}
