package dev.llmagents.team.svea.law;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds references to law in Swedish text: {@code BFL 5 kap. 2 §}, {@code 5 kap. 6–7 §§ bokföringslagen}, {@code ABL 25:13},
 * {@code artikel 30.1 GDPR}, {@code BFNAR 2013:2}, {@code lag (2018:1277)}. Immutable.
 */
public final class LawText {
    private static final int FARTHEST_ACT = 40;
    private static final int LONGEST_RANGE = 40;

    // Numbers are at most three digits: chapters and sections of Swedish acts are.
    private static final String SECTIONS = "(\\d{1,3})(?:\\s?[–-]\\s?(\\d{1,3}))?";
    private static final Pattern CHAPTER = Pattern.compile(
            "(\\d{1,3})\\s?kap\\.?(?:let)?(?:\\s?" + SECTIONS + "(?:\\s?[a-z])?\\s?§{1,2})?", Pattern.UNICODE_CASE);
    private static final Pattern COLON = Pattern.compile("(?<![\\d:])(\\d{1,2}):(\\d{1,3})(?![\\d:/])");
    private static final Pattern SECTION_ALONE = Pattern.compile(SECTIONS + "(?:\\s?[a-z])?\\s?§{1,2}");
    private static final Pattern ARTICLE =
            Pattern.compile("art(?:ikel|iklarna|\\.)\\s?" + SECTIONS + "(?:[.:]\\d{1,2})?");
    private static final Pattern NUMBERED = Pattern.compile(
            "(BFNAR|SKVFS|SFS|prop\\.|direktiv|förordning|lag(?:en)?)\\s?(?:\\(EU\\)\\s?)?\\(?(\\d{4}(?:/\\d{2,4})?:?\\d{0,4})\\)?");

    private final Map<String, String> acts;

    private LawText(Map<String, String> acts) {
        this.acts = acts;
    }

    /**
     * A reference in a text.
     *
     * @param from where it begins
     * @param to behind its last character
     */
    public record Found(LawReference reference, int from, int to) {}

    /** With the acts that ship with the program. */
    public static LawText builtIn() {
        Map<String, String> acts = new HashMap<>();
        try (InputStream in = LawText.class.getResourceAsStream("acts.tsv")) {
            if (in == null) {
                throw new IllegalStateException("acts.tsv is missing from the program");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split("\t", -1);
                for (int at = 1; at < cells.length && !line.startsWith("#"); at++) {
                    acts.put(cells[at], cells[0]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LawText(Map.copyOf(acts));
    }

    /** Every reference in {@code text}, in its order; a section whose act cannot be told has the act {@code ?}. */
    public List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        boolean[] taken = new boolean[text.length()];
        for (Matcher matcher = NUMBERED.matcher(text); matcher.find(); ) {
            String kind = matcher.group(1).startsWith("lag") ? "SFS" : matcher.group(1);
            add(found, taken, matcher, new LawReference(
                    kind + " " + matcher.group(2), Optional.empty(), Optional.empty()));
        }
        for (Matcher matcher = ARTICLE.matcher(text); matcher.find(); ) {
            range(found, taken, matcher, "GDPR", Optional.empty(), 1);
        }
        for (Matcher matcher = CHAPTER.matcher(text); matcher.find(); ) {
            range(found, taken, matcher, act(text, matcher), Optional.of(matcher.group(1)), 2);
        }
        for (Matcher matcher = COLON.matcher(text); matcher.find(); ) {
            String act = act(text, matcher);
            // A clock time looks the same; with an act beside it, it is a section.
            if (!act.equals("?")) {
                add(found, taken, matcher, new LawReference(
                        act, Optional.of(matcher.group(1)), Optional.of(matcher.group(2))));
            }
        }
        for (Matcher matcher = SECTION_ALONE.matcher(text); matcher.find(); ) {
            range(found, taken, matcher, act(text, matcher), Optional.empty(), 1);
        }
        found.sort((one, other) -> Integer.compare(one.from(), other.from()));
        return found;
    }

    private static void range(
            List<Found> found, boolean[] taken, Matcher matcher, String act, Optional<String> chapter, int group) {
        if (matcher.group(group) == null) {
            add(found, taken, matcher, new LawReference(act, chapter, Optional.empty()));
            return;
        }
        int first = Integer.parseInt(matcher.group(group));
        int last = matcher.group(group + 1) == null ? first : Integer.parseInt(matcher.group(group + 1));
        if (last < first || last - first > LONGEST_RANGE || taken[matcher.start()]) {
            last = first;
        }
        boolean isFree = !taken[matcher.start()];
        for (int section = first; isFree && section <= last; section++) {
            found.add(new Found(
                    new LawReference(act, chapter, Optional.of(Integer.toString(section))),
                    matcher.start(),
                    matcher.end()));
        }
        take(taken, matcher);
    }

    private static void add(List<Found> found, boolean[] taken, Matcher matcher, LawReference reference) {
        if (!taken[matcher.start()]) {
            found.add(new Found(reference, matcher.start(), matcher.end()));
        }
        take(taken, matcher);
    }

    private static void take(boolean[] taken, Matcher matcher) {
        for (int at = matcher.start(); at < matcher.end(); at++) {
            taken[at] = true;
        }
    }

    /** The act named right before or soon after a section; {@code ?} if there is none. */
    private String act(String text, Matcher matcher) {
        String before = text.substring(Math.max(0, matcher.start() - FARTHEST_ACT), matcher.start());
        String[] words = words(before);
        // From the section backwards: the nearest act is meant. Another sentence's is not.
        for (int at = words.length - 1; at >= 0; at--) {
            if (words[at].endsWith(".") && !words[at].equals("kap.")) {
                break;
            }
            String act = acts.get(words[at]);
            if (act != null) {
                return act;
            }
        }
        String after = text.substring(matcher.end(), Math.min(text.length(), matcher.end() + FARTHEST_ACT));
        for (String word : words(after)) {
            String bare = word.endsWith(".") || word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
            String act = acts.get(bare);
            if (act != null) {
                return act;
            }
            if (word.endsWith(".")) {
                break;
            }
        }
        return "?";
    }

    private static String[] words(String text) {
        return text.toLowerCase(Locale.ROOT).strip().split("[\\s()]+", -1);
    }
}
