package dev.llmagents.team.meetmind.extract;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Words a decision without the frame it was said in: "then it's decided: we launch in May" becomes "Launch in May.", "då
 * beslutar vi att behålla systemet" becomes "Behålla systemet.". A sentence it does not know stays as it is. Pure.
 */
public final class DecisionWording {
    private static final List<String> FRAMES = List.of(
            "it's decided",
            "it is decided",
            "that's decided",
            "it's agreed",
            "it is agreed",
            "that's agreed",
            "we've decided",
            "we have decided",
            "we decided",
            "we've agreed",
            "we have agreed",
            "we agreed",
            "we agree",
            "we decide",
            "the decision is",
            "decision is",
            "that's settled",
            "it's settled",
            "we resolved",
            "we concluded",
            "då beslutar vi",
            "vi beslutar",
            "beslutar vi",
            "vi har beslutat",
            "vi beslutade",
            "vi bestämmer",
            "då bestämmer vi",
            "vi bestämde",
            "vi har bestämt",
            "vi enades om",
            "beslutet är",
            "då säger vi det",
            "då säger vi",
            "vi säger",
            "det är bestämt",
            "det är beslutat",
            "då är det bestämt",
            "då är det beslutat",
            "mötet beslutar",
            "styrelsen beslutar",
            "jag föreslår",
            "i suggest",
            "i propose",
            "my proposal is",
            "mitt förslag är",
            "jag tycker");
    private static final List<String> LEADS = List.of(
            "then ",
            "so ",
            "okay ",
            "ok ",
            "right ",
            "good ",
            "well ",
            "and ",
            "alright ",
            "okej ",
            "så ",
            "bra ",
            "ja ",
            "then, ",
            "so, ");
    private static final List<String> NOT = List.of(
            "let's not ", "we will not ", "we won't ", "we're not going to ", "we are not going to ", "we don't ");
    private static final List<String> GROUP = List.of(
            "let's ",
            "we'll ",
            "we will ",
            "we're going to ",
            "we are going to ",
            "we should ",
            "we shall ",
            "shall we ",
            "should we ",
            "could we ",
            "we could ",
            "we go ahead and ",
            "how about we ",
            "why don't we ");
    private static final List<String> SWEDISH_GROUP =
            List.of("vi ska ", "ska vi ", "att vi ska ", "vi skulle kunna ", "kan vi ");

    /** English verbs that stand as they are behind "we". */
    private static final Set<String> PAST_OR_BE = Set.of(
            "do", "just", "all", "still", "also", "really", "are", "were", "was", "have", "had", "did", "can", "could",
            "must", "need", "may", "might", "would", "want", "said", "went", "chose", "got");

    private DecisionWording() {}

    /** The decision that a cleaned sentence states. */
    public static String of(String sentence) {
        String text = sentence.strip();
        String mark = text.endsWith("?") ? "." : "";
        if (!mark.isEmpty()) {
            text = text.substring(0, text.length() - 1) + mark;
        }
        text = withoutLead(text);
        boolean framed = false;
        String lower = lower(text);
        for (String frame : FRAMES) {
            if (lower.startsWith(frame)
                    && lower.length() > frame.length() + 8
                    && !Character.isLetter(lower.charAt(frame.length()))) {
                text = text.substring(frame.length()).replaceFirst("^[\\s,:;\u2013-]+", "");
                framed = true;
                break;
            }
        }
        lower = lower(text);
        if (framed && (lower.startsWith("that ") || lower.startsWith("att ") || lower.startsWith("to "))) {
            boolean that = lower.startsWith("that ");
            text = text.substring(that ? 5 : lower.startsWith("att ") ? 4 : 3);
        }
        return TaskWording.capital(plain(text));
    }

    private static String withoutLead(String text) {
        String rest = text;
        for (int round = 0; round < 2; round++) {
            for (String lead : LEADS) {
                if (lower(rest).startsWith(lead) && isFramedOrGroup(lower(rest).substring(lead.length()))) {
                    rest = rest.substring(lead.length());
                    break;
                }
            }
        }
        return rest;
    }

    private static boolean isFramedOrGroup(String lower) {
        if (lower.startsWith("we ") || lower.startsWith("we'") || lower.startsWith("let's ")) {
            return true;
        }
        for (String frame : FRAMES) {
            if (lower.startsWith(frame)) {
                return true;
            }
        }
        for (String lead : LEADS) {
            if (lower.startsWith(lead)) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String text) {
        String lower = lower(text);
        for (String start : NOT) {
            if (lower.startsWith(start)) {
                return "Do not " + text.substring(start.length());
            }
        }
        for (String start : GROUP) {
            if (lower.startsWith(start)
                    && lower.length() > start.length() + 4
                    && !lower.startsWith("be ", start.length())) {
                return text.substring(start.length());
            }
        }
        for (String start : SWEDISH_GROUP) {
            boolean negated = lower.startsWith(start + "inte ");
            if (lower.startsWith(start) && lower.length() > start.length() + 4 && !negated) {
                return text.substring(start.length());
            }
        }
        if (lower.startsWith("we ")) {
            int space = lower.indexOf(' ', 3);
            String verb = space < 0 ? "" : lower.substring(3, space);
            boolean present = !verb.isEmpty()
                    && !PAST_OR_BE.contains(verb)
                    && !verb.endsWith("ed")
                    && !verb.endsWith("ly")
                    && !verb.contains("'");
            return present ? text.substring(3) : text;
        }
        return inverted(text, lower);
    }

    /** "Då väntar vi till hösten": told in the plain order of words. */
    private static String inverted(String text, String lower) {
        if (!lower.startsWith("då ")) {
            return text;
        }
        int space = lower.indexOf(' ', 3);
        if (space < 0 || !lower.startsWith("vi ", space + 1)) {
            return text;
        }
        return "Vi " + lower.substring(3, space) + text.substring(space + 3);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }
}
