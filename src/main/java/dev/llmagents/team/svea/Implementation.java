package dev.llmagents.team.svea;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The ERPNext bundle and what is to be said of it: the implementation agent's part.
 *
 * @param files contents by name; empty if the inputs tell too little of a company
 * @param remarks on files of the bundle
 */
public record Implementation(SortedMap<String, byte[]> files, List<Remark> remarks) {
    public Implementation {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        remarks = List.copyOf(remarks);
    }

    /** Something to know about a file of the bundle. */
    public record Remark(String file, Statement statement) {}
}
