package dev.llmagents.prompt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the partials a template includes, and those they include. */
final class PartialFiles {
    private static final Pattern INCLUSION = Pattern.compile("\\{\\{~?>\\s{0,9}[\"']?([A-Za-z0-9_-]{1,64})");
    private static final int MOST = 32;

    private PartialFiles() {}

    /** @param find the text of a partial by its name; those there are none of are told of when they are rendered */
    static Map<String, String> of(String template, Function<String, Optional<String>> find) {
        Map<String, String> found = new TreeMap<>();
        Deque<String> toRead = new ArrayDeque<>();
        toRead.add(template);
        while (!toRead.isEmpty() && found.size() < MOST) {
            Matcher inclusion = INCLUSION.matcher(toRead.remove());
            while (inclusion.find()) {
                String name = inclusion.group(1);
                if (!found.containsKey(name)) {
                    find.apply(name).ifPresent(text -> {
                        found.put(name, text.replace("\r\n", "\n"));
                        toRead.add(text);
                    });
                }
            }
        }
        return found;
    }
}
