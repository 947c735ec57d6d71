package dev.llmagents.team.meetmind.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A sentence as words and the marks after them, cut and changed in place while it is turned into reported speech. */
final class Clause {

    private final List<String> words = new ArrayList<>();
    private final List<String> lower = new ArrayList<>();
    private final List<String> marks = new ArrayList<>();

    static Clause of(String text) {
        Clause clause = new Clause();
        int from = 0;
        while (from < text.length()) {
            int space = text.indexOf(' ', from);
            int to = space < 0 ? text.length() : space;
            int start = from;
            while (start < to && "\"'(\u201c\u2018[".indexOf(text.charAt(start)) >= 0) {
                start++;
            }
            int end = to;
            while (end > start && ",.;:?!\u2026)]\"\u201d".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            if (end < to && isTitle(text.substring(start, end))) {
                end++;
            }
            if (end > start) {
                clause.add(text.substring(start, end).replace('\u2019', '\''), mark(text.substring(end, to)));
            }
            from = to + 1;
        }
        return clause;
    }

    private static boolean isTitle(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "mr", "mrs", "ms", "dr", "st" -> true;
            default -> false;
        };
    }

    private static String mark(String trailing) {
        for (int at = 0; at < trailing.length(); at++) {
            if (",.;:?!\u2026".indexOf(trailing.charAt(at)) >= 0) {
                return String.valueOf(trailing.charAt(at));
            }
        }
        return "";
    }

    void add(String word, String mark) {
        words.add(word);
        lower.add(word.toLowerCase(Locale.ROOT));
        marks.add(mark);
    }

    int size() {
        return words.size();
    }

    /** The word as written. */
    String form(int at) {
        return words.get(at);
    }

    /** The word in lower case, or empty outside the clause. */
    String word(int at) {
        return at < 0 || at >= words.size() ? "" : lower.get(at);
    }

    String mark(int at) {
        return at < 0 || at >= marks.size() ? "" : marks.get(at);
    }

    void set(int at, String word) {
        words.set(at, word);
        lower.set(at, word.toLowerCase(Locale.ROOT));
    }

    void setMark(int at, String mark) {
        marks.set(at, mark);
    }

    void insert(int at, String word) {
        words.add(at, word);
        lower.add(at, word.toLowerCase(Locale.ROOT));
        marks.add(at, "");
    }

    void remove(int at) {
        words.remove(at);
        lower.remove(at);
        marks.remove(at);
    }

    void removeFirst(int count) {
        words.subList(0, count).clear();
        lower.subList(0, count).clear();
        marks.subList(0, count).clear();
    }

    void cutTo(int size) {
        words.subList(size, words.size()).clear();
        lower.subList(size, lower.size()).clear();
        marks.subList(size, marks.size()).clear();
    }

    /** Whether the words from {@code at} are {@code expected}, without a mark between them. */
    boolean has(int at, String... expected) {
        for (int step = 0; step < expected.length; step++) {
            if (!word(at + step).equals(expected[step])
                    || step > 0 && !mark(at + step - 1).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    Clause from(int start) {
        Clause rest = new Clause();
        rest.words.addAll(words.subList(start, size()));
        rest.lower.addAll(lower.subList(start, size()));
        rest.marks.addAll(marks.subList(start, size()));
        return rest;
    }

    /** The words with their marks, without a mark at the end. */
    String text() {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < words.size(); at++) {
            out.append(at > 0 ? " " : "").append(words.get(at));
            if (at + 1 < words.size()) {
                out.append(marks.get(at));
            }
        }
        return out.toString();
    }
}
