package dev.llmagents.team.svea.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts a text into passages. Markdown headings, list items and tables are known; all else is paragraphs of sentences. */
public final class Passages {
    private static final int LONGEST = 2_000;
    private static final int LONGEST_HEADING = 80;
    private static final Set<String> ABBREVIATIONS = Set.of(
            "t.ex", "bl.a", "m.m", "m.fl", "d.v.s", "dvs", "kap", "st", "nr", "ca", "resp", "inkl", "exkl", "art", "p",
            "jfr", "etc", "osv", "fr.o.m", "t.o.m", "s.k", "e.d", "o.d", "tel", "org", "e.g", "i.e", "prop");

    private final List<Passage> passages = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    /** Where each line of the paragraph begins, and its number. */
    private final List<int[]> lineStarts = new ArrayList<>();

    private String heading = "";

    private Passages() {}

    /** The passages of a text, by its lines without their ends. */
    public static List<Passage> of(List<String> lines) {
        Passages passages = new Passages();
        for (int i = 0; i < lines.size(); i++) {
            passages.line(
                    Normalizer.normalize(lines.get(i), Normalizer.Form.NFC).strip(), i + 1);
        }
        passages.endParagraph();
        return List.copyOf(passages.passages);
    }

    private void line(String line, int number) {
        if (line.isEmpty() || line.chars().allMatch(c -> "-=_*| :".indexOf(c) >= 0)) {
            endParagraph();
            return;
        }
        if (line.startsWith("#")) {
            endParagraph();
            heading = line.replaceFirst("^#{1,6}\\s*", "").strip();
            add(heading, true, number);
            return;
        }
        String item = withoutBullet(line);
        boolean isItem = item.length() < line.length();
        if (isItem || line.startsWith("|")) {
            endParagraph();
        } else if (paragraph.length() == 0 && isPlainHeading(line)) {
            heading = line.endsWith(":") ? line.substring(0, line.length() - 1) : line;
            add(heading, true, number);
            return;
        }
        append(item, number);
        if (line.startsWith("|")) {
            endParagraph();
        }
    }

    /** A short line on its own that no full stop ends. */
    private static boolean isPlainHeading(String line) {
        char last = line.charAt(line.length() - 1);
        return line.length() <= LONGEST_HEADING
                && Character.isUpperCase(line.codePointAt(0))
                && (last == ':' || Character.isLetter(last) && line.indexOf(' ') > 0 && line.split(" ", -1).length <= 6)
                && line.equals(line.strip())
                && !line.contains(". ")
                && !line.contains(": ")
                && last != ','
                && (last == ':' || line.toUpperCase(Locale.ROOT).equals(line));
    }

    private static String withoutBullet(String line) {
        int at = 0;
        while (at < line.length() && at < 4 && Character.isLetterOrDigit(line.charAt(at))) {
            at++;
        }
        boolean numbered = at > 0
                && at <= 3
                && at + 1 < line.length()
                && (line.charAt(at) == '.' || line.charAt(at) == ')')
                && line.charAt(at + 1) == ' '
                && (at == 1 || line.substring(0, at).chars().allMatch(Character::isDigit));
        if (numbered) {
            return line.substring(at + 2).strip();
        }
        boolean bullet = line.length() > 2 && "-*•–+".indexOf(line.charAt(0)) >= 0 && line.charAt(1) == ' ';
        return bullet ? line.substring(2).strip() : line;
    }

    private void append(String line, int number) {
        if (paragraph.length() > 0) {
            paragraph.append(' ');
        }
        lineStarts.add(new int[] {paragraph.length(), number});
        boolean blank = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean isBlank = Character.isWhitespace(c) || c == '\u00A0' || c == '\u202F';
            if (!isBlank || !blank) {
                paragraph.append(isBlank ? ' ' : c);
            }
            blank = isBlank;
        }
    }

    private void endParagraph() {
        int from = 0;
        for (int at = 0; at < paragraph.length(); at++) {
            if (endsSentence(at) || at - from >= LONGEST && paragraph.charAt(at) == ' ') {
                sentence(from, at + 1);
                from = at + 1;
            }
        }
        sentence(from, paragraph.length());
        paragraph.setLength(0);
        lineStarts.clear();
    }

    private boolean endsSentence(int at) {
        char c = paragraph.charAt(at);
        if (c != '.' && c != '!' && c != '?') {
            return false;
        }
        if (at + 1 >= paragraph.length()) {
            return true;
        }
        if (paragraph.charAt(at + 1) != ' ' || at + 2 >= paragraph.length()) {
            return false;
        }
        char next = paragraph.charAt(at + 2);
        if (Character.isLowerCase(next)) {
            return false;
        }
        int start = at;
        while (start > 0 && paragraph.charAt(start - 1) != ' ' && at - start < 12) {
            start--;
        }
        String word = paragraph.substring(start, at).toLowerCase(Locale.ROOT);
        return !ABBREVIATIONS.contains(word)
                && !(word.length() <= 2 && word.chars().allMatch(Character::isDigit) && Character.isDigit(next));
    }

    private void sentence(int from, int to) {
        String text = paragraph.substring(from, to);
        int line = 0;
        int first = from + (text.startsWith(" ") ? 1 : 0);
        for (int[] start : lineStarts) {
            if (start[0] <= first) {
                line = start[1];
            }
        }
        add(text.strip(), false, line);
    }

    private void add(String text, boolean isHeading, int line) {
        if (!text.isEmpty()) {
            passages.add(new Passage(heading, isHeading, text, PhraseBook.fold(text), line));
        }
    }
}
