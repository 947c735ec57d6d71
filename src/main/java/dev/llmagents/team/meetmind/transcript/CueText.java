package dev.llmagents.team.meetmind.transcript;

import java.util.ArrayList;
import java.util.List;

/** The text of a subtitle cue without its markup: voice tags give speakers, every other tag goes, entities are read. */
final class CueText {
    private CueText() {}

    /**
     * A stretch of one voice.
     *
     * @param voice the name in the voice tag before it; empty if there is none
     * @param text what is said
     */
    record Voiced(String voice, String text) {}

    /**
     * The voices on one line of a cue.
     *
     * @param before the voice that speaks when the line begins, empty if none
     */
    static List<Voiced> voices(String line, String before) {
        if (line.indexOf('<') < 0 && line.indexOf('&') < 0 && line.indexOf('{') < 0) {
            return List.of(new Voiced(before, line));
        }
        List<Voiced> voices = new ArrayList<>();
        String voice = before;
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < line.length()) {
            int open = line.indexOf('<', at);
            int close = open < 0 ? -1 : line.indexOf('>', open);
            if (close < 0) {
                text.append(line, at, line.length());
                break;
            }
            text.append(line, at, open);
            String tag = line.substring(open + 1, close);
            if (isVoice(tag)) {
                add(voices, voice, text);
                voice = SourceText.strip(unescaped(tag.substring(tag.indexOf(' ') + 1)));
            } else if (tag.equals("/v")) {
                add(voices, voice, text);
                voice = "";
            } else if (!isMarkup(tag)) {
                // "a < b and c > d" is speech.
                text.append(line, open, close + 1);
            }
            at = close + 1;
        }
        add(voices, voice, text);
        return voices;
    }

    private static void add(List<Voiced> voices, String voice, StringBuilder text) {
        String said = SourceText.strip(withoutOverrides(unescaped(text.toString())));
        text.setLength(0);
        if (!said.isEmpty()) {
            voices.add(new Voiced(voice, said));
        }
    }

    /** {@code v Anna} and, with a class, {@code v.loud Anna}. */
    private static boolean isVoice(String tag) {
        return tag.startsWith("v ") || (tag.startsWith("v.") && tag.indexOf(' ') > 0);
    }

    private static boolean isMarkup(String tag) {
        String name = tag.startsWith("/") ? tag.substring(1) : tag;
        if (name.isEmpty()) {
            return true;
        }
        return TimeText.isDigit(name.charAt(0))
                || (name.length() == 1 && "bicuv".indexOf(name.charAt(0)) >= 0)
                || name.startsWith("c.")
                || name.startsWith("lang")
                || name.startsWith("ruby")
                || name.equals("rt")
                || name.startsWith("font");
    }

    private static String unescaped(String text) {
        return text.indexOf('&') < 0
                ? text
                : text.replace("&nbsp;", " ")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&lrm;", "")
                        .replace("&rlm;", "")
                        .replace("&amp;", "&");
    }

    /** SubRip players take <code>{\an8}</code> at the start of a line for a position. */
    private static String withoutOverrides(String text) {
        int close = text.startsWith("{\\") ? text.indexOf('}') : -1;
        return close < 0 ? text : text.substring(close + 1);
    }
}
