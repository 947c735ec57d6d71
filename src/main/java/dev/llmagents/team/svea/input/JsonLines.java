package dev.llmagents.team.svea.input;

import dev.llmagents.team.svea.text.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The values of a JSON document as lines of "key: value", each on the line it stands on, so that places stay true. */
final class JsonLines {
    private static final int MOST_LINES = 1_000_000;

    private final TreeMap<Integer, StringBuilder> lines = new TreeMap<>();

    private JsonLines() {}

    static List<String> of(Tree tree) {
        JsonLines all = new JsonLines();
        all.add("", tree);
        int last = all.lines.isEmpty() ? 0 : Math.min(all.lines.lastKey(), MOST_LINES);
        List<String> texts = new ArrayList<>(last);
        for (int line = 1; line <= last; line++) {
            StringBuilder text = all.lines.get(line);
            texts.add(text == null ? "" : text.toString());
        }
        return texts;
    }

    /** Descends; the tree bounds its own depth. */
    private void add(String key, Tree tree) {
        switch (tree.kind()) {
            case SCALAR -> {
                StringBuilder text = lines.computeIfAbsent(tree.line(), line -> new StringBuilder());
                text.append(text.length() == 0 ? "" : " ; ")
                        .append(key.isEmpty() ? "" : key.replace('_', ' ') + ": ")
                        .append(tree.scalar().replaceAll("\\R", " "));
            }
            case LIST -> tree.items().forEach(item -> add(key, item));
            case MAP -> tree.fields().forEach(this::add);
        }
    }
}
