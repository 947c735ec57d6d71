package dev.llmagents.team.felicia.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What sentences call the facts, from {@code claims.txt}. Immutable. */
final class ClaimWords {
    private final List<Name> names = new ArrayList<>();
    private final Map<String, List<String>> facts = new TreeMap<>();
    private final Map<String, List<String>> lists = new TreeMap<>();

    private record Name(String words, String topic) {}

    /** Where a sentence names a topic. */
    record Mention(String topic, int from, int to) {}

    ClaimWords() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ClaimWords.class.getResourceAsStream("claims.txt"), "claims.txt"),
                StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException("claims.txt", e);
        }
        names.sort(Comparator.comparingInt((Name name) -> -name.words().length()).thenComparing(Name::words));
    }

    private void read(String line) {
        List<String> cells =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        List<String> words = Arrays.stream(cells.get(cells.size() - 1).split(",", -1))
                .map(String::strip)
                .toList();
        if (cells.get(0).startsWith("@")) {
            lists.put(cells.get(0).substring(1), words);
            return;
        }
        facts.put(cells.get(0), List.of(cells.get(1).split(" ", -1)));
        words.forEach(word -> names.add(new Name(word, cells.get(0))));
    }

    /** The topics a sentence names, in its order; of names within one another the longest. */
    List<Mention> mentions(String sentence) {
        String text = sentence.toLowerCase(Locale.ROOT);
        boolean[] taken = new boolean[text.length()];
        List<Mention> mentions = new ArrayList<>();
        for (Name name : names) {
            for (int at = next(text, name.words(), 0); at >= 0; at = next(text, name.words(), at + 1)) {
                if (!taken[at]) {
                    Arrays.fill(taken, at, at + name.words().length(), true);
                    mentions.add(new Mention(name.topic(), at, at + name.words().length()));
                }
            }
        }
        mentions.sort(Comparator.comparingInt(Mention::from));
        return mentions;
    }

    /** Whether a text has one of the words of a list. */
    boolean has(String list, String text) {
        return first(list, text).isPresent();
    }

    /** Where the first of the words of a list begins. */
    Optional<Integer> first(String list, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lists.get(list).stream()
                .map(word -> next(lower, word, 0))
                .filter(at -> at >= 0)
                .min(Comparator.naturalOrder());
    }

    /** The text with the words of a list blanked. */
    String without(String list, String text) {
        StringBuilder rest = new StringBuilder(text);
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : lists.get(list)) {
            for (int at = next(lower, word, 0); at >= 0; at = next(lower, word, at + 1)) {
                for (int i = at; i < at + word.length(); i++) {
                    rest.setCharAt(i, ' ');
                }
            }
        }
        return rest.toString();
    }

    /** Whether a fact is one of a topic. */
    boolean isOf(String topic, String fact) {
        String last = fact.substring(fact.lastIndexOf('.') + 1);
        return facts.get(topic).stream()
                .anyMatch(name -> name.endsWith(".") ? ("." + fact).contains("." + name) : last.equals(name));
    }

    private static int next(String text, String words, int from) {
        for (int at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1)) {
            int end = at + words.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (begins && ends) {
                return at;
            }
        }
        return -1;
    }
}
