package dev.llmagents.team.meetmind.transcript;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.StringTokenizer;

/** Word lists that are shipped with the program: words between white space, {@code #} begins a comment. */
final class WordList {
    private WordList() {}

    /** The words of the resources named {@code names} beside this class, all together. */
    static Set<String> load(String... names) {
        Set<String> words = new HashSet<>();
        for (String name : names) {
            try (InputStream stream = WordList.class.getResourceAsStream(name)) {
                if (stream == null) {
                    throw new IllegalStateException("the word list " + name + " is missing from the program");
                }
                addTo(words, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("the word list " + name + " cannot be read", e);
            }
        }
        return Collections.unmodifiableSet(words);
    }

    private static void addTo(Set<String> words, String list) {
        StringTokenizer lines = new StringTokenizer(list, "\r\n");
        while (lines.hasMoreTokens()) {
            String line = lines.nextToken();
            if (!line.startsWith("#")) {
                StringTokenizer tokens = new StringTokenizer(line);
                while (tokens.hasMoreTokens()) {
                    words.add(tokens.nextToken());
                }
            }
        }
    }
}
