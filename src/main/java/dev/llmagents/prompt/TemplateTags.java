package dev.llmagents.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the tags of a template with their lines, for those who want to know what a template does before it is rendered. */
final class TemplateTags {
    private static final int MOST = 10_000;

    private TemplateTags() {}

    /** What a tag begins with. */
    enum Kind {
        INSERT,
        OPEN,
        INVERSE,
        CLOSE,
        PARTIAL
    }

    /**
     * A tag without its braces.
     *
     * @param line from 1
     * @param words what stands in it: names, texts in quotes, {@code name=value}, and brackets by themselves
     */
    record Tag(Kind kind, int line, List<String> words) {
        Tag {
            words = List.copyOf(words);
        }

        String name() {
            return words.isEmpty() ? "" : words.get(0);
        }

        boolean isBare() {
            return words.size() == 1;
        }
    }

    /** @param firstLine the line of the file on which {@code template} begins */
    static List<Tag> of(String template, int firstLine) {
        List<Tag> tags = new ArrayList<>();
        int line = firstLine;
        int counted = 0;
        int at = template.indexOf("{{");
        while (at >= 0 && tags.size() < MOST) {
            for (; counted < at; counted++) {
                line += template.charAt(counted) == '\n' ? 1 : 0;
            }
            boolean comment = template.startsWith("{{!", at) || template.startsWith("{{~!", at);
            boolean isLong = template.startsWith("{{!--", at) || template.startsWith("{{~!--", at);
            int end = template.indexOf(isLong ? "--" : "}}", at + (isLong ? "{{!--".length() + 1 : 2));
            end = end >= 0 && isLong ? template.indexOf("}}", end) : end;
            if (end < 0) {
                break;
            }
            if (!comment) {
                tag(template.substring(at + 2, end), line).ifPresent(tags::add);
            }
            at = template.indexOf("{{", end + 2);
        }
        return tags;
    }

    private static Optional<Tag> tag(String inside, int line) {
        String text =
                inside.replace('{', ' ').replace('}', ' ').replace('&', ' ').strip();
        text = text.startsWith("~") ? text.substring(1).strip() : text;
        text = text.endsWith("~") ? text.substring(0, text.length() - 1).strip() : text;
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Kind kind = switch (text.charAt(0)) {
            case '#' -> Kind.OPEN;
            case '^' -> Kind.INVERSE;
            case '/' -> Kind.CLOSE;
            case '>' -> Kind.PARTIAL;
            default -> Kind.INSERT;
        };
        List<String> words = words(kind == Kind.INSERT ? text : text.substring(1));
        if (kind == Kind.INSERT && !words.isEmpty() && words.get(0).equals("else")) {
            kind = Kind.INVERSE;
            words = words.subList(1, words.size());
        }
        return Optional.of(new Tag(kind, line, words));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                word.append(c);
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                word.append(c);
                quote = c;
            } else if (Character.isWhitespace(c) || c == '(' || c == ')') {
                end(word, words);
                if (c == '(' || c == ')') {
                    words.add(String.valueOf(c));
                }
            } else {
                word.append(c);
            }
        }
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
