package dev.llmagents.team.meetmind.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Phrases under headings, read from a file of lines such as {@code heading: phrase, phrase}; {@code #} begins a comment.
 * Immutable and safe to share.
 */
final class PhraseBook {
    private final Map<String, Map<String, List<List<String>>>> byHeading = new HashMap<>();

    private PhraseBook() {}

    /** @throws IllegalArgumentException if there is no such file beside this class */
    static PhraseBook read(String file) {
        PhraseBook book = new PhraseBook();
        lines(file).forEach(book::add);
        return book;
    }

    /** The lines of a file beside this class that say something. */
    static List<String> lines(String file) {
        List<String> kept = new ArrayList<>();
        try (InputStream bytes = PhraseBook.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalArgumentException("no word list " + file + " beside " + PhraseBook.class.getName());
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    kept.add(line.strip());
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("word list " + file, broken);
        }
        return kept;
    }

    /** The entries of {@code list}, which commas part. */
    static List<String> entries(String list) {
        List<String> entries = new ArrayList<>();
        for (String entry : list.split(",", -1)) {
            if (!entry.isBlank()) {
                entries.add(entry.strip());
            }
        }
        return entries;
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        Map<String, List<List<String>>> phrases =
                byHeading.computeIfAbsent(line.substring(0, colon), heading -> new HashMap<>());
        for (String phrase : entries(line.substring(colon + 1))) {
            List<String> words = List.of(phrase.split(" ", -1));
            phrases.computeIfAbsent(words.get(0), first -> new ArrayList<>()).add(words);
        }
    }

    /** The index behind the longest phrase of {@code heading} that begins at {@code at}, or {@code at} if none does. */
    int after(String heading, List<String> words, int at) {
        int end = at;
        for (List<String> phrase : byHeading.getOrDefault(heading, Map.of()).getOrDefault(words.get(at), List.of())) {
            int behind = at + phrase.size();
            if (behind > end
                    && behind <= words.size()
                    && words.subList(at, behind).equals(phrase)) {
                end = behind;
            }
        }
        return end;
    }

    /** Where the first phrase of {@code heading} begins, or -1. */
    int find(String heading, List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            if (after(heading, words, at) > at) {
                return at;
            }
        }
        return -1;
    }

    boolean has(String heading, List<String> words) {
        return find(heading, words) >= 0;
    }
}
