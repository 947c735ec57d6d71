package dev.llmagents.team.meetmind.date;

import dev.llmagents.team.meetmind.text.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The due-date phrases of one language, as read from its table. Unchanged once read. */
final class PhraseTable {
    private final Vocabulary vocabulary = new Vocabulary();
    private final List<PhrasePattern> patterns = new ArrayList<>();
    /** The patterns by the words they can begin with, so that a word tries a few of them and not all. */
    private final Map<String, List<PhrasePattern>> byFirstWord = new HashMap<>();
    /** The patterns that can begin with a number, "v48" or "q2". */
    private final List<PhrasePattern> byNumber = new ArrayList<>();

    private final Set<String> deadline = new HashSet<>();
    private final Set<String> neutral = new HashSet<>();
    private final Set<String> blocked = new HashSet<>();
    private final Set<String> articles = new HashSet<>();
    private final Set<String> closers = new HashSet<>();

    private PhraseTable() {}

    /** Reads the table of {@code language}; a broken table is an error of the program, not of its input. */
    static PhraseTable of(Language language) {
        String name = "phrases_" + language.code() + ".txt";
        PhraseTable table = new PhraseTable();
        try (InputStream bytes = PhraseTable.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException("no resource " + name);
            }
            BufferedReader rows = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                if (!row.isBlank() && row.charAt(0) != '#') {
                    table.read(row);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        for (PhrasePattern pattern : table.patterns) {
            table.index(pattern);
        }
        return table;
    }

    private void index(PhrasePattern pattern) {
        Set<String> words = new HashSet<>();
        boolean number = false;
        for (PhrasePattern.Element element : pattern.elements()) {
            words.addAll(element.literals());
            for (Slot slot : element.slots()) {
                words.addAll(vocabulary.words(slot));
                number |= slot.takesNumbers();
            }
            if (!element.optional()) {
                break;
            }
        }
        for (String word : words) {
            byFirstWord.computeIfAbsent(word, any -> new ArrayList<>()).add(pattern);
        }
        if (number) {
            byNumber.add(pattern);
        }
    }

    private void read(String row) {
        int space = row.indexOf(' ');
        String rest = row.substring(space + 1);
        switch (row.substring(0, space)) {
            case "number" -> word(Slot.N, rest);
            case "weekday" -> word(Slot.WD, rest);
            case "genitive" -> word(Slot.WDGEN, rest);
            case "short" -> word(Slot.SHORT, rest);
            case "month" -> word(Slot.MON, rest);
            case "ordinal" -> word(Slot.ORD, rest);
            case "deadline" -> deadline.addAll(List.of(rest.split(" +")));
            case "neutral" -> neutral.addAll(List.of(rest.split(" +")));
            case "blocked" -> blocked.addAll(List.of(rest.split(" +")));
            case "article" -> articles.addAll(List.of(rest.split(" +")));
            case "closer" -> closers.addAll(List.of(rest.split(" +")));
            case "phrase" -> patterns.add(PhrasePattern.read(rest));
            default -> throw new IllegalStateException("unknown statement: " + row);
        }
    }

    private void word(Slot slot, String rest) {
        int space = rest.indexOf(' ');
        vocabulary.add(slot, rest.substring(0, space), Integer.parseInt(rest.substring(space + 1)));
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The patterns that may begin with {@code word}, in the order of the table. */
    List<PhrasePattern> patternsFrom(DateWord word) {
        List<PhrasePattern> found = byFirstWord.get(word.lower());
        if (found != null) {
            return found;
        }
        char first = word.lower().charAt(0);
        boolean number = Character.isDigit(first)
                || (first == 'v' || first == 'q') && word.lower().length() <= 3;
        return number ? byNumber : List.of();
    }

    boolean isDeadline(DateWord word) {
        return deadline.contains(word.lower());
    }

    boolean isNeutral(DateWord word) {
        return neutral.contains(word.lower());
    }

    boolean isBlocked(DateWord word) {
        return blocked.contains(word.lower());
    }

    boolean isArticle(DateWord word) {
        return articles.contains(word.lower());
    }

    boolean isCloser(DateWord word) {
        return closers.contains(word.lower());
    }
}
