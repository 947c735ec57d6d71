package dev.llmagents.team.felicia.mission;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Named lists of phrases that ship with the program: {@code name: phrase, phrase} a line, {@code #} begins a comment, a
 * {@code *} at the end of a word stands for any ending. Immutable.
 */
public final class Phrases {
    private final Map<String, List<List<String>>> byName = new LinkedHashMap<>();

    private Phrases() {}

    /**
     * The phrases of a class-path file.
     *
     * @param neighbour a class in the package that the file stands in
     * @throws IllegalArgumentException if there is no such file
     */
    public static Phrases read(Class<?> neighbour, String file) {
        Phrases phrases = new Phrases();
        try (InputStream bytes = neighbour.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalArgumentException("no list of phrases " + file + " beside " + neighbour.getName());
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                phrases.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return phrases;
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        if (line.isBlank() || line.startsWith("#") || colon < 0) {
            return;
        }
        List<List<String>> phrases =
                byName.computeIfAbsent(line.substring(0, colon).strip(), name -> new ArrayList<>());
        for (String phrase : line.substring(colon + 1).split(",", -1)) {
            phrases.add(List.of(phrase.strip().split(" ", -1)));
        }
    }

    /** The names in the order of the file. */
    public Set<String> names() {
        return byName.keySet();
    }

    /**
     * How many words from {@code at} on are a phrase of the list {@code name}, the longest; 0 if none is.
     *
     * @param words in small letters
     */
    public int match(String name, List<String> words, int at) {
        int longest = 0;
        for (List<String> phrase : byName.getOrDefault(name, List.of())) {
            if (phrase.size() > longest && begins(phrase, words, at)) {
                longest = phrase.size();
            }
        }
        return longest;
    }

    private static boolean begins(List<String> phrase, List<String> words, int at) {
        if (at + phrase.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            String pattern = phrase.get(i);
            String word = words.get(at + i);
            boolean fits = pattern.endsWith("*")
                    ? word.startsWith(pattern.substring(0, pattern.length() - 1))
                    : word.equals(pattern);
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
