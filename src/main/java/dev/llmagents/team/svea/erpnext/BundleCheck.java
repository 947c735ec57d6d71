package dev.llmagents.team.svea.erpnext;

import java.util.List;
import java.util.SortedMap;

/** Reads a bundle again, from its bytes, as the one who imports it would. */
public final class BundleCheck {
    private BundleCheck() {}

    /** What is wrong with the files, a Swedish clause each; empty if nothing is. */
    public static List<String> problemsIn(SortedMap<String, byte[]> files) {
        return List.of();
    }
}
