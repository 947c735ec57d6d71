package dev.llmagents.ident;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the identifiers of a text. Takes time in proportion to its length, whatever it holds.
 *
 * <p>What has a check digit is found by it. Telephone numbers have none and are told by their form: dates, times, amounts,
 * versions and numbers of invoices are not taken for one.
 */
public final class Identifiers {
    private final String text;
    private final DigitGroups groups;
    private final BitSet taken = new BitSet();
    private final List<Identifier> found = new ArrayList<>();

    private Identifiers(String text) {
        this.text = text;
        this.groups = new DigitGroups(text);
    }

    /** Every identifier in {@code text}, in order and without overlap. */
    public static List<Identifier> in(String text) {
        Identifiers search = new Identifiers(text);
        // The surest first: what one has claimed is no part of another.
        EmailAddresses.find(search);
        if (search.groups.size() > 0) {
            Ibans.find(search);
            PaymentCards.find(search);
            SwedishNumbers.find(search);
            PhoneNumbers.find(search);
            GiroNumbers.find(search);
        }
        search.found.sort(Comparator.comparingInt(Identifier::from));
        return search.found;
    }

    String text() {
        return text;
    }

    DigitGroups groups() {
        return groups;
    }

    /** Notes an identifier unless another has part of its place. */
    boolean add(IdentifierKind kind, int from, int to, String value) {
        if (!isFree(from, to)) {
            return false;
        }
        taken.set(from, to);
        found.add(new Identifier(kind, from, to, value));
        return true;
    }

    /** Whether nothing has claimed a part of {@code group}. */
    boolean isFree(int group) {
        return isFree(groups.start(group), groups.end(group));
    }

    boolean isFree(int from, int to) {
        int next = taken.nextSetBit(from);
        return next < 0 || next >= to;
    }
}
