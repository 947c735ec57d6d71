package dev.llmagents.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the names of an index in text: whole words in any case, with a genitive s. A word written small is left alone if
 * it is an ordinary word ("will", "per") or has fewer than three letters; with a capital it counts as the name, also at the
 * start of a sentence: better a word too many than a name.
 */
final class NameFinder {
    private static final int SHORTEST_SMALL = 3;

    private final NameIndex index;

    NameFinder(NameIndex index) {
        this.index = index;
    }

    /** A name at a place in a text. */
    record Found(NameForm form, int from, int to) {}

    void find(String text, Consumer<Found> found) {
        if (!index.isEmpty()) {
            inWords(index.hasNamesInsideWords() ? insideWords(text, found) : text, found);
        }
    }

    /** Finds names in scripts that put no blanks between words; gives the text without them. */
    private String insideWords(String text, Consumer<Found> found) {
        char[] left = text.toCharArray();
        int at = 0;
        while (at < text.length()) {
            int end = at + 1;
            for (NameForm form : index.insideWords(text.charAt(at))) {
                if (text.startsWith(form.spelling(), at)) {
                    end = at + form.spelling().length();
                    found.accept(new Found(form, at, end));
                    Arrays.fill(left, at, end, '\n');
                    break;
                }
            }
            at = end;
        }
        return new String(left);
    }

    private void inWords(String text, Consumer<Found> found) {
        int at = 0;
        while (at < text.length()) {
            if (!Folding.isWordPart(text.charAt(at))) {
                at++;
                continue;
            }
            int end = wordEnd(text, at);
            Found name = nameAt(text, at, end);
            if (name == null && end - at > 1 && isEscape(text, at)) {
                // "\nAnna" as JSON writes it: the n is no letter of the name.
                name = nameAt(text, at + 1, end);
            }
            if (name != null) {
                found.accept(name);
            }
            at = name == null ? end : Math.max(name.to(), end);
        }
    }

    private Found nameAt(String text, int from, int end) {
        if (!index.mayBeginWith(text.charAt(from))) {
            return null;
        }
        String word = Folding.of(text.substring(from, end));
        Found name = nameAt(text, from, end, index.beginningWith(word));
        if (name == null && word.endsWith("s")) {
            // The genitive: of several words the last one has it, so here the name is a single word.
            name = nameAt(text, from, end - 1, index.beginningWith(word.substring(0, word.length() - 1)));
            return name != null && name.form().words().size() == 1 ? name : null;
        }
        return name;
    }

    private Found nameAt(String text, int from, int end, List<NameForm> forms) {
        for (NameForm form : forms) {
            int to = endOf(form, text, end);
            if (to > 0 && isName(form, text, from, end)) {
                return new Found(form, from, to);
            }
        }
        return null;
    }

    /** Index behind the last word of {@code form} if its first one ends at {@code end}; -1 if others follow. */
    private static int endOf(NameForm form, String text, int end) {
        int at = end;
        for (int i = 1; i < form.words().size(); i++) {
            int start = at;
            while (start < text.length() && start - at < 8 && !Folding.isWordPart(text.charAt(start))) {
                start++;
            }
            if (start == at || start >= text.length() || !form.mayStandBetween(i - 1, text.substring(at, start))) {
                return -1;
            }
            at = wordEnd(text, start);
            String word = Folding.of(text.substring(start, at));
            String wanted = form.words().get(i);
            if (!word.equals(wanted)) {
                boolean genitive = i == form.words().size() - 1 && word.equals(wanted + "s");
                if (!genitive) {
                    return -1;
                }
                at--;
            }
        }
        return at;
    }

    private boolean isName(NameForm form, String text, int from, int end) {
        if (!Character.isLowerCase(text.charAt(from)) || form.words().size() > 1) {
            return true;
        }
        // What was given in brackets is as often a role.
        return form.kind() == PiiKind.PERSON
                && end - from >= SHORTEST_SMALL
                && !OrdinaryWords.ALL.contains(text.substring(from, end));
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && Folding.isWordPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isEscape(String text, int at) {
        return at > 0 && text.charAt(at - 1) == '\\' && "ntr".indexOf(text.charAt(at)) >= 0;
    }

    /** Read by the first masker that has names to look for, and then by none. */
    private static final class OrdinaryWords {
        static final Set<String> ALL = read();

        private OrdinaryWords() {}

        private static Set<String> read() {
            Set<String> words = new HashSet<>();
            try (InputStream bytes = NameFinder.class.getResourceAsStream("ordinary-words.txt")) {
                if (bytes == null) {
                    throw new IllegalStateException("ordinary-words.txt is missing from the program");
                }
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!line.startsWith("#") && !line.isBlank()) {
                        words.addAll(List.of(line.strip().split(", ")));
                    }
                }
                return Set.copyOf(words);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
