package dev.llmagents.cli;

import dev.llmagents.llm.ModelTable;
import dev.llmagents.llm.ModelTarget;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;

/** The names of the models in the table that comes with the program, and their short ones. Read only when asked for. */
final class ModelNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        ModelTable table = ModelTable.builtIn();
        Set<String> names = new TreeSet<>();
        for (ModelTarget target : table.models()) {
            names.add(target.model());
            names.addAll(table.aliasesOf(target));
        }
        return names.iterator();
    }
}
