package dev.llmagents.team.meetmind.ledger;

import dev.llmagents.team.meetmind.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A part of a sentence that says one thing.
 *
 * @param words in lower case
 * @param isLimited whether the next clause takes something back: "about the bill, not about the lines"
 */
record Clause(Sentence sentence, List<String> words, boolean isLimited) {
    private static final List<String> LINKS = List.of(
            " but ", " men ", " so that ", " so ", " så att ", " although ", " fast ", " because ", " eftersom ");

    /** The clauses of {@code sentence}, parted by marks and by words such as "but". */
    static List<Clause> of(Sentence sentence) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        String text = sentence.text();
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean mark = ",;:–—".indexOf(letter) >= 0 && !isInWord(text, at);
            if (mark) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(letter);
            }
        }
        parts.add(part.toString());
        List<Clause> clauses = new ArrayList<>();
        boolean limited = false;
        List<List<String>> said = new ArrayList<>();
        for (String piece : parts) {
            for (String clause : split(piece)) {
                said.add(Subjects.words(clause));
            }
        }
        for (int at = said.size() - 1; at >= 0; at--) {
            if (!said.get(at).isEmpty()) {
                clauses.add(0, new Clause(sentence, said.get(at), limited));
                limited = takesBack(said.get(at));
            }
        }
        return clauses;
    }

    private static boolean takesBack(List<String> words) {
        int first =
                words.size() > 1 && (words.get(0).equals("but") || words.get(0).equals("men")) ? 1 : 0;
        return words.size() > first + 1
                && (words.get(first).equals("not")
                        || words.get(first).equals("inte")
                        || words.get(first).equals("except"));
    }

    private static boolean isInWord(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private static List<String> split(String text) {
        List<String> pieces = new ArrayList<>();
        String rest = text;
        for (int at = 1; at < rest.length(); at++) {
            if (rest.charAt(at) != ' ') {
                continue;
            }
            for (String link : LINKS) {
                if (rest.regionMatches(true, at, link, 0, link.length())) {
                    pieces.add(rest.substring(0, at));
                    rest = rest.substring(at + 1);
                    at = 0;
                    break;
                }
            }
        }
        pieces.add(rest);
        return pieces;
    }

    boolean isQuestion() {
        return sentence.isQuestion();
    }

    /** Whether somebody of this name is mentioned. */
    boolean names(String person) {
        String first = person.strip().toLowerCase(Locale.ROOT).split("\\s+", 2)[0];
        return words.contains(first);
    }
}
