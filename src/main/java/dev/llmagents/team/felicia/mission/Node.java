package dev.llmagents.team.felicia.mission;

import java.util.List;

/** What a mission file holds before anybody asks what it means; the same for YAML and JSON. */
sealed interface Node {
    /** Where it begins, from 1. */
    int line();

    /** @param quoted whether it was written as text, so that {@code "5"} is no number */
    record Scalar(int line, String text, boolean quoted) implements Node {
        /** Whether the key was written but not its value. */
        boolean isEmpty() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }
    }

    record Items(int line, List<Node> nodes) implements Node {}

    record Section(int line, List<Entry> entries) implements Node {}

    record Entry(int line, String key, Node value) {}
}
