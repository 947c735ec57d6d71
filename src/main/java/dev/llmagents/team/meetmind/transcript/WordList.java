package dev.llmagents.team.meetmind.transcript;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    if (!line.startsWith("#")) {
                        StringTokenizer tokens = new StringTokenizer(line);
                        while (tokens.hasMoreTokens()) {
                            words.add(tokens.nextToken());
                        }
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the word list " + name + " cannot be read", e);
            }
        }
        return Set.copyOf(words);
    }
}
