package dev.llmagents.team.svea.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists of words and phrases that ship with the program, each under a name. Immutable.
 *
 * <p>The file is UTF-8. {@code [name]} opens a list, every other line is a phrase, {@code #} begins a comment. A star at
 * the start or end of a phrase lets a word go on there, as Swedish compounds do.
 */
public final class PhraseBook {
    private final Map<String, List<Phrase>> lists;

    private PhraseBook(Map<String, List<Phrase>> lists) {
        this.lists = lists;
    }

    /** Where a phrase stands in a folded text. */
    public record Hit(int from, int to) {}

    /**
     * Reads a file of the class path.
     *
     * @param neighbour a class in the package that the file stands in
     * @throws IllegalArgumentException if there is no such file, or a phrase stands outside a list
     */
    public static PhraseBook read(Class<?> neighbour, String file) {
        Map<String, List<Phrase>> lists = new LinkedHashMap<>();
        try (InputStream bytes = neighbour.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalArgumentException("no phrase book " + file + " beside " + neighbour.getName());
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            List<Phrase> list = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int comment = line.indexOf('#');
                String entry = (comment < 0 ? line : line.substring(0, comment)).strip();
                if (entry.isEmpty()) {
                    continue;
                }
                if (entry.startsWith("[")) {
                    list = lists.computeIfAbsent(entry.substring(1, entry.length() - 1), name -> new ArrayList<>());
                } else if (list == null) {
                    throw new IllegalArgumentException(file + ": '" + entry + "' stands in no list");
                } else {
                    list.add(Phrase.of(entry));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("phrase book " + file, broken);
        }
        return new PhraseBook(lists);
    }

    /**
     * A text as phrases are looked up in it: small letters, composed, white space as single characters. Every character
     * keeps its place if {@code text} is composed already.
     */
    public static String fold(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder folded = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            folded.append(
                    Character.isWhitespace(c) || c == '\u00A0' || c == '\u202F'
                            ? ' '
                            : c == '\u2011' || c == '\u2010' ? '-' : Character.toLowerCase(c));
        }
        return folded.toString();
    }

    /** The names of the lists, in the order of the file. */
    public List<String> names() {
        return List.copyOf(lists.keySet());
    }

    /** Whether a phrase of the list stands in a folded text. */
    public boolean isIn(String list, String folded) {
        return find(list, folded).isPresent();
    }

    /** The first phrase of a list in a folded text; of several, the one farthest to the left. */
    public Optional<Hit> find(String list, String folded) {
        Hit first = null;
        for (Phrase phrase : list(list)) {
            int at = phrase.find(folded, 0);
            if (at >= 0 && (first == null || at < first.from())) {
                first = new Hit(at, at + phrase.letters().length());
            }
        }
        return Optional.ofNullable(first);
    }

    /** How many phrases of a list stand in a folded text. */
    public int count(String list, String folded) {
        int count = 0;
        for (Phrase phrase : list(list)) {
            count += phrase.find(folded, 0) >= 0 ? 1 : 0;
        }
        return count;
    }

    private List<Phrase> list(String name) {
        List<Phrase> list = lists.get(name);
        if (list == null) {
            throw new IllegalArgumentException("no list '" + name + "' in this phrase book");
        }
        return list;
    }

    private record Phrase(String letters, boolean isOpenAtStart, boolean isOpenAtEnd) {
        static Phrase of(String entry) {
            boolean start = entry.startsWith("*");
            boolean end = entry.endsWith("*");
            return new Phrase(fold(entry.substring(start ? 1 : 0, entry.length() - (end ? 1 : 0))), start, end);
        }

        int find(String text, int from) {
            for (int at = text.indexOf(letters, from); at >= 0; at = text.indexOf(letters, at + 1)) {
                int end = at + letters.length();
                boolean starts = isOpenAtStart || at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
                boolean ends = isOpenAtEnd || end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
                if (starts && ends) {
                    return at;
                }
            }
            return -1;
        }
    }
}
