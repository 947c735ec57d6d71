package dev.llmagents.team.svea.erpnext;

import dev.llmagents.team.svea.sie.SieFile;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files that set ERPNext up for the company of a SIE file. The same books give the same bytes.
 *
 * @param files contents by name
 * @param remarks what to know about a file, Swedish, by its name
 */
public record Bundle(SortedMap<String, byte[]> files, SortedMap<String, List<String>> remarks) {
    public Bundle {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        remarks = Collections.unmodifiableSortedMap(new TreeMap<>(remarks));
    }

    public static Bundle of(SieFile books) {
        return new Bundle(new TreeMap<>(), new TreeMap<>());
    }
}
