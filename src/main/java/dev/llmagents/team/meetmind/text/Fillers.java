package dev.llmagents.team.meetmind.text;

import dev.llmagents.team.meetmind.word.WordList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts out what speech has and writing has not: sounds ("um", "öh"), phrases without meaning ("you know"), repeated
 * words ("the the"), false starts ("w we", "th- the"), and acronyms spelled with underscores.
 *
 * <p>The result is for reading; a quote stays as it was said. Immutable and safe to share; one pass over the words.
 */
public final class Fillers {

    private static final int LONGEST_REPEAT = 4;
    /** Beginnings of words that are no words: what is left of a word that was broken off. */
    private static final Set<String> ONSETS = Set.of(
            "th", "wh", "fr", "st", "sh", "cl", "pr", "br", "gr", "tr", "sp", "str", "thr", "bl", "dr", "fl", "gl",
            "pl", "sl", "sm", "sn", "sw", "tw", "sk", "sc", "ch", "cr", "shr", "spr", "scr");

    private final Set<String> fillers;
    private final Set<String> keptBefore;
    private final Set<String> keptAfter;
    private final Set<String> mayRepeat;
    private final String loneLetters;
    private final StopWords stopWords;
    /** First words of the filler phrases of more than one word. */
    private final Set<String> phraseStarts = new HashSet<>();

    private Fillers(Language language) {
        fillers = WordList.read(Fillers.class, "fillers." + language.code() + ".txt");
        for (String filler : fillers) {
            int space = filler.indexOf(' ');
            if (space > 0) {
                phraseStarts.add(filler.substring(0, space));
            }
        }
        stopWords = StopWords.of(language);
        switch (language) {
            case EN -> {
                // "what kind of screen", "do you know", "what I mean": here the words belong to the sentence.
                keptBefore = WordList.read(Fillers.class, "kept-fillers-after.en.txt");
                keptAfter = Set.of("what", "how", "if", "where", "who", "why", "whether", "that", "about", "by");
                mayRepeat = Set.of("very", "that", "had", "really", "no", "many", "far");
                loneLetters = "bcdefghjklmnopqrstuvw";
            }
            case SV -> {
                keptBefore = Set.of();
                keptAfter = Set.of();
                mayRepeat = Set.of("det", "mycket", "väldigt", "nej", "ja");
                loneLetters = "bcdfghjklmnpqrstvw";
            }
            default -> throw new AssertionError(language);
        }
    }

    public static Fillers of(Language language) {
        return new Fillers(language);
    }

    /**
     * {@code text} without fillers, repeats and false starts, single-spaced; empty if nothing else was said. Begins with
     * a capital letter if {@code text} did.
     */
    public String clean(String text) {
        List<String> tokens = tokens(text);
        String[] words = new String[tokens.size()];
        for (int at = 0; at < words.length; at++) {
            words[at] = core(tokens.get(at));
        }
        List<String> kept = new ArrayList<>(tokens.size());
        List<String> cores = new ArrayList<>(tokens.size());
        int at = 0;
        while (at < tokens.size()) {
            String token = tokens.get(at);
            int remark = remarkAt(tokens, at);
            if (remark > 0) {
                at += remark;
                continue;
            }
            String core = words[at];
            int filler = fillerAt(tokens, words, at);
            if (filler > 0) {
                keepMark(tokens.get(at + filler - 1), kept);
                at += filler;
                continue;
            }
            if (core.isEmpty() && isLoneMark(token)) {
                keepMark(token, kept);
                at++;
                continue;
            }
            int repeated = repeatAt(words, at, cores);
            if (repeated > 0) {
                for (int step = 0; step < repeated; step++) {
                    int place = kept.size() - repeated + step;
                    kept.set(place, withoutMark(kept.get(place)) + mark(tokens.get(at + step)));
                }
                at += repeated;
                continue;
            }
            if (isFalseStart(tokens, words, at)) {
                at++;
                continue;
            }
            kept.add(acronym(token));
            cores.add(core);
            at++;
        }
        return join(kept, text);
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>(text.length() / 5 + 1);
        int from = -1;
        for (int at = 0; at <= text.length(); at++) {
            boolean gap = at == text.length() || Character.isWhitespace(text.charAt(at));
            if (gap && from >= 0) {
                tokens.add(text.substring(from, at));
                from = -1;
            } else if (!gap && from < 0) {
                from = at;
            }
        }
        return tokens;
    }

    /** The token in lower case without the marks around it. */
    static String core(String token) {
        int from = 0;
        int to = token.length();
        while (from < to && !Character.isLetterOrDigit(token.charAt(from)) && token.charAt(from) != '\'') {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(token.charAt(to - 1))) {
            to--;
        }
        String core = token.substring(from, to);
        return (core.indexOf('\u2019') < 0 ? core : core.replace('\u2019', '\'')).toLowerCase(Locale.ROOT);
    }

    /** How many tokens a transcriber's remark takes: "[inaudible]", "{vocal sound}", "<laugh>". */
    private static int remarkAt(List<String> tokens, int at) {
        char close = closing(tokens.get(at).charAt(0));
        for (int end = at; close != ' ' && end < Math.min(tokens.size(), at + 6); end++) {
            if (tokens.get(end).indexOf(close) >= 0) {
                return end - at + 1;
            }
        }
        return 0;
    }

    private static char closing(char opening) {
        return switch (opening) {
            case '[' -> ']';
            case '{' -> '}';
            case '<' -> '>';
            default -> ' ';
        };
    }

    private int fillerAt(List<String> tokens, String[] words, int at) {
        String core = words[at];
        if (core.isEmpty()) {
            return 0;
        }
        // Some transcribers write "Mm - hmm" and "Uh - huh" with spaces.
        if (fillers.contains(core)) {
            boolean spaced = at + 2 < words.length
                    && tokens.get(at + 1).equals("-")
                    && fillers.contains(words[at + 2])
                    && !endsClause(tokens.get(at));
            return spaced ? 3 : 1;
        }
        if (!phraseStarts.contains(core)) {
            return 0;
        }
        String phrase = core;
        for (int length = 2;
                length <= 4 && at + length <= words.length && !endsClause(tokens.get(at + length - 2));
                length++) {
            phrase = phrase + ' ' + words[at + length - 1];
            if (fillers.contains(phrase) && isIdle(tokens, words, at, at + length)) {
                return length;
            }
        }
        return 0;
    }

    private boolean isIdle(List<String> tokens, String[] words, int from, int to) {
        String before = from == 0 || endsClause(tokens.get(from - 1)) ? "" : words[from - 1];
        String after = to == words.length || endsClause(tokens.get(to - 1)) ? "" : words[to];
        return !keptBefore.contains(before) && !keptAfter.contains(after);
    }

    /** How many words from {@code at} repeat as many just before them. */
    private int repeatAt(String[] words, int at, List<String> kept) {
        for (int length = Math.min(LONGEST_REPEAT, Math.min(kept.size(), words.length - at)); length >= 1; length--) {
            int before = kept.size() - length;
            boolean same = true;
            for (int step = 0; step < length && same; step++) {
                same = !words[at + step].isEmpty() && words[at + step].equals(kept.get(before + step));
            }
            boolean wanted = length == 1
                    && (mayRepeat.contains(words[at])
                            || !words[at].isEmpty() && Character.isDigit(words[at].charAt(0)));
            if (same && !wanted) {
                return length;
            }
        }
        return 0;
    }

    private boolean isFalseStart(List<String> tokens, String[] words, int at) {
        String token = tokens.get(at);
        String core = words[at];
        if (core.isEmpty()) {
            return false;
        }
        boolean hasNext = at + 1 < words.length;
        // "wha-", and "Wha - what" with the hyphen on its own.
        boolean spaced = hasNext
                && tokens.get(at + 1).equals("-")
                && core.length() <= 4
                && at + 2 < words.length
                && words[at + 2].startsWith(core);
        if (spaced || token.endsWith("-") || token.endsWith("\u2013")) {
            return true;
        }
        boolean bare = Character.isLetterOrDigit(token.charAt(token.length() - 1));
        if (!bare || !hasNext) {
            return core.length() == 1 && bare && loneLetters.contains(core) && Character.isLowerCase(token.charAt(0));
        }
        String next = words[at + 1];
        boolean lower = Character.isLowerCase(token.charAt(0));
        if (core.length() == 1
                && loneLetters.contains(core)
                && (lower || at == 0 && next.length() > 1 && next.startsWith(core))) {
            return true;
        }
        // "it it's", "I I'm"; half a word before the whole one: "lim limiting"; and "th" anywhere.
        boolean half = next.length() > core.length() && next.startsWith(core);
        return half && (next.charAt(core.length()) == '\'' || core.length() > 2 && !stopWords.contains(core))
                || lower && core.length() <= 3 && ONSETS.contains(core);
    }

    private static boolean isLoneMark(String token) {
        return token.equals("-") || token.length() == 1 && ".,;:?!\u2026".indexOf(token.charAt(0)) >= 0;
    }

    private static boolean endsClause(String token) {
        return !mark(token).isEmpty();
    }

    private static String mark(String token) {
        int from = token.length();
        while (from > 0 && ".,;:?!\u2026".indexOf(token.charAt(from - 1)) >= 0) {
            from--;
        }
        return token.substring(from);
    }

    private static String withoutMark(String token) {
        return token.substring(0, token.length() - mark(token).length());
    }

    /** A dropped word's full stop or question mark still ends the sentence before it. */
    private static void keepMark(String dropped, List<String> kept) {
        String mark = mark(dropped);
        if (!kept.isEmpty() && !mark.isEmpty()) {
            int last = kept.size() - 1;
            String before = mark(kept.get(last));
            if (before.isEmpty() || before.equals(",") && !mark.equals(",")) {
                kept.set(last, withoutMark(kept.get(last)) + mark);
            }
        }
    }

    /** {@code L_C_D_} becomes {@code LCD}, {@code L_C_D_panel} becomes {@code LCD panel}. */
    private String acronym(String token) {
        if (token.indexOf('_') < 1) {
            return token;
        }
        StringBuilder out = new StringBuilder(token.length());
        int at = 0;
        while (at + 1 < token.length() && Character.isLetter(token.charAt(at)) && token.charAt(at + 1) == '_') {
            out.append(token.charAt(at));
            at += 2;
        }
        int letters = 0;
        while (at + letters < token.length() && Character.isLetterOrDigit(token.charAt(at + letters))) {
            letters++;
        }
        if (out.length() > 0 && letters > 1) {
            if (fillers.contains(token.substring(at, at + letters))) {
                return out + token.substring(at + letters);
            }
            out.append(' ');
        }
        return out.append(token, at, token.length()).toString();
    }

    private static String join(List<String> kept, String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (String token : kept) {
            if (out.length() > 0) {
                out.append(' ');
            }
            out.append(token);
        }
        if (out.length() > 0 && startsWithCapital(text)) {
            out.setCharAt(0, Character.toUpperCase(out.charAt(0)));
        }
        return out.toString();
    }

    private static boolean startsWithCapital(String text) {
        int at = 0;
        while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at < text.length() && Character.isUpperCase(text.charAt(at));
    }
}
