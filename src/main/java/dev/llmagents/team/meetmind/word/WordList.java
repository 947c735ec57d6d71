package dev.llmagents.team.meetmind.word;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A list of words or phrases that ships with the program.
 *
 * <p>The file is UTF-8; entries are separated by commas or line ends, and everything from {@code #} to the end of a
 * line is a comment.
 */
public final class WordList {

    private WordList() {}

    /**
     * The entries of a class-path file, in its order.
     *
     * @param neighbour a class in the package that the file stands in
     * @param file the file's name
     * @throws IllegalArgumentException if there is no such file
     */
    public static Set<String> read(Class<?> neighbour, String file) {
        Set<String> entries = new LinkedHashSet<>();
        try (InputStream bytes = neighbour.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalArgumentException("no word list " + file + " beside " + neighbour.getName());
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                addEntries(line, entries);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("word list " + file, broken);
        }
        return entries;
    }

    private static void addEntries(String line, Set<String> entries) {
        int comment = line.indexOf('#');
        int end = comment < 0 ? line.length() : comment;
        int from = 0;
        while (from <= end) {
            int comma = line.indexOf(',', from);
            int to = comma < 0 || comma > end ? end : comma;
            String entry = line.substring(from, to).strip();
            if (!entry.isEmpty()) {
                entries.add(entry);
            }
            from = to + 1;
        }
    }
}
