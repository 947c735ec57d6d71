package dev.llmagents.report.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What several ways made of one input.
 *
 * @param team its name
 * @param input its name
 * @param rows what was found, those of one section together
 */
public record Comparison(String team, String input, List<Way> ways, List<Row> rows) {
    public Comparison {
        ways = List.copyOf(ways);
        rows = List.copyOf(rows);
    }

    /**
     * One thing, as each of the ways that have found it says it.
     *
     * @param items by the number of the way
     */
    record Row(String section, TreeMap<Integer, Item> items) {
        /** The item of the first way that has it. */
        Item first() {
            return items.firstEntry().getValue();
        }

        boolean isAt(int way) {
            return items.containsKey(way);
        }

        boolean isOnlyAt(int way) {
            return items.size() == 1 && isAt(way);
        }
    }

    private record Pair(Row row, int rowNumber, Item item, int itemNumber, double similarity) {}

    /** Puts the items of all ways side by side. */
    public static Comparison of(String team, String input, List<Way> ways) {
        List<Row> rows = new ArrayList<>();
        for (String section : ways.get(0).items().keySet()) {
            List<Row> ofSection = new ArrayList<>();
            for (int way = 0; way < ways.size(); way++) {
                add(ofSection, section, way, ways.get(way).items().getOrDefault(section, List.of()));
            }
            rows.addAll(ofSection);
        }
        return new Comparison(team, input, ways, rows);
    }

    /** The most similar pairs first, each row and each item once; what is left over is a row of its own. */
    private static void add(List<Row> rows, String section, int way, List<Item> items) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < items.size(); j++) {
                double similarity = 0;
                for (Item known : rows.get(i).items().values()) {
                    similarity = Math.max(similarity, Similarity.of(known, items.get(j)));
                }
                if (similarity >= Similarity.SAME) {
                    pairs.add(new Pair(rows.get(i), i, items.get(j), j, similarity));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::similarity)
                .reversed()
                .thenComparingInt(Pair::rowNumber)
                .thenComparingInt(Pair::itemNumber));
        boolean[] placed = new boolean[items.size()];
        for (Pair pair : pairs) {
            if (!pair.row().isAt(way) && !placed[pair.itemNumber()]) {
                pair.row().items().put(way, pair.item());
                placed[pair.itemNumber()] = true;
            }
        }
        for (int j = 0; j < placed.length; j++) {
            if (!placed[j]) {
                rows.add(new Row(section, new TreeMap<>(Map.of(way, items.get(j)))));
            }
        }
    }

    /** How many items no other way has. */
    int onlyAt(int way) {
        return (int) rows.stream().filter(row -> row.isOnlyAt(way)).count();
    }

    List<String> sections() {
        return rows.stream().map(Row::section).distinct().toList();
    }

    List<Row> rowsOf(String section) {
        return rows.stream().filter(row -> row.section().equals(section)).toList();
    }
}
