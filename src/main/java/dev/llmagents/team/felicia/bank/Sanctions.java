package dev.llmagents.team.felicia.bank;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Names and countries that must not be paid, from a list of the user's own. It is no screening service. Immutable. */
public final class Sanctions {
    private final List<Set<String>> names = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private final Set<String> countries = new HashSet<>();

    private Sanctions() {}

    /** Reads a list: a name a line, or {@code country: XX}; {@code #} begins a comment. */
    public static Sanctions read(String text) {
        Sanctions list = new Sanctions();
        text.lines().map(line -> line.replaceFirst("#.*", "").strip()).forEach(line -> {
            if (line.toLowerCase(Locale.ROOT).startsWith("country:")) {
                list.countries.add(line.substring("country:".length()).strip().toUpperCase(Locale.ROOT));
            } else if (!words(line).isEmpty()) {
                list.names.add(words(line));
                list.written.add(line);
            }
        });
        return list;
    }

    /** The listed name all of whose words are in {@code name}, in any order, case or accents. */
    Optional<String> nameLike(String name) {
        Set<String> words = words(name);
        for (int i = 0; i < names.size(); i++) {
            if (words.containsAll(names.get(i))) {
                return Optional.of(written.get(i));
            }
        }
        return Optional.empty();
    }

    boolean lists(String country) {
        return countries.contains(country);
    }

    int size() {
        return names.size() + countries.size();
    }

    private static Set<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        Set<String> words =
                new HashSet<>(Arrays.asList(plain.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)));
        words.remove("");
        return words;
    }
}
