package dev.llmagents.team.meetmind.transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who is listed as present, and the abbreviations the list gives them: {@code Närvarande: Anna Berg (AB), Erik}, a list
 * under a heading, or a table {@code | AB | Anna Berg |}.
 *
 * @param names in the order of the list
 * @param abbreviations from the abbreviation, as written, to the name
 * @param lines 0-based indexes of the lines the list takes
 */
record AttendeeList(List<String> names, Map<String, String> abbreviations, Set<Integer> lines) {
    static final AttendeeList NOBODY = new AttendeeList(List.of(), Map.of(), Set.of());

    /** Lists stand at the top; what looks like one further down is speech. */
    private static final int LOOK_AT = 120;

    private static final int LONGEST_LINE = 2000;
    private static final int LONGEST_ABBREVIATION = 5;

    private static final Set<String> KEYS = Set.of(
            "attendees",
            "attendees list",
            "attending",
            "participants",
            "present",
            "in attendance",
            "närvarande",
            "deltagare",
            "members present",
            "närvarande ledamöter",
            "invited",
            "attendance",
            "people");

    static AttendeeList in(SourceText source) {
        Collector collector = new Collector();
        int end = Math.min(source.size(), LOOK_AT);
        boolean inList = false;
        boolean listed = false;
        for (int i = 0; i < end; i++) {
            String line = source.line(i);
            if (line.length() > LONGEST_LINE) {
                inList = false;
                continue;
            }
            String plain = LabelledLine.withoutEmphasis(withoutBullet(line));
            int colon = LabelledLine.labelEnd(plain, 0);
            String key = SourceText.strip(colon > 0 ? LabelledLine.withoutEmphasis(plain.substring(0, colon)) : plain);
            if (KEYS.contains(key.toLowerCase(Locale.ROOT))) {
                String rest = colon > 0 ? LabelledLine.withoutEmphasis(plain.substring(colon + 1)) : "";
                collector.lines.add(i);
                collector.add(rest);
                inList = rest.isEmpty();
                listed = false;
            } else if (isTableRow(plain)) {
                if (collector.addRow(plain)) {
                    collector.lines.add(i);
                }
            } else if (inList && plain.isEmpty()) {
                inList = !listed;
            } else if (inList && collector.canTake(plain)) {
                collector.add(plain);
                collector.lines.add(i);
                listed = true;
            } else {
                inList = false;
            }
        }
        return new AttendeeList(List.copyOf(collector.names), Map.copyOf(collector.abbreviations), collector.lines);
    }

    private static String withoutBullet(String line) {
        int at = 0;
        while (at < line.length() && ("-*•#>".indexOf(line.charAt(at)) >= 0 || SourceText.isBlank(line.charAt(at)))) {
            at++;
        }
        return line.substring(at);
    }

    private static boolean isTableRow(String line) {
        int bar = line.indexOf('|');
        return bar >= 0 && line.length() < 200;
    }

    private static boolean isAbbreviation(String text) {
        if (text.isEmpty() || text.length() > LONGEST_ABBREVIATION) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isUpperCase(text.charAt(i)) && !TimeText.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !TimeText.isDigit(text.charAt(0));
    }

    /** {@code names} with those put together again that a comma in a name took apart, as {@code speakers} spells them. */
    List<String> namesJoinedLike(Set<String> speakers) {
        List<String> joined = new ArrayList<>();
        int i = 0;
        while (i < names.size()) {
            String pair = i + 1 < names.size() ? names.get(i) + ", " + names.get(i + 1) : "";
            boolean oneName = speakers.contains(pair);
            joined.add(oneName ? pair : names.get(i));
            i += oneName ? 2 : 1;
        }
        return joined;
    }

    private static final class Collector {
        private final Set<String> names = new LinkedHashSet<>();
        private final Map<String, String> abbreviations = new HashMap<>();
        private final Set<Integer> lines = new HashSet<>();

        /** Whether {@code line} in a list is a name or several, not the first turn of the meeting. */
        boolean canTake(String line) {
            int colon = LabelledLine.labelEnd(line, 0);
            if (colon > 0) {
                return isAbbreviation(line.substring(0, colon)) && isName(SourceText.strip(line.substring(colon + 1)));
            }
            for (String name : split(line)) {
                if (isName(name)) {
                    return true;
                }
            }
            return false;
        }

        void add(String list) {
            boolean bracketed = list.startsWith("[") && list.endsWith("]");
            String line = bracketed ? list.substring(1, list.length() - 1) : list;
            int colon = LabelledLine.labelEnd(line, 0);
            if (colon > 0 && isAbbreviation(line.substring(0, colon))) {
                addNamed(line.substring(0, colon), SourceText.strip(line.substring(colon + 1)));
                return;
            }
            for (String name : split(line)) {
                if (isName(name)) {
                    addOne(name);
                }
            }
        }

        /** Whether the row of a table names somebody and their abbreviation. */
        boolean addRow(String row) {
            String[] cells = row.split("\\|", -1);
            int first = cells.length > 0 && SourceText.strip(cells[0]).isEmpty() ? 1 : 0;
            if (cells.length < first + 2) {
                return false;
            }
            String abbreviation = LabelledLine.withoutEmphasis(cells[first]);
            String name = LabelledLine.withoutEmphasis(cells[first + 1]);
            boolean named = isAbbreviation(abbreviation) && LabelShape.of(name) == LabelShape.NAME;
            if (named) {
                addNamed(abbreviation, name);
            }
            return named;
        }

        private void addOne(String name) {
            int bracket = name.lastIndexOf('(');
            String inside = bracket > 0 && name.endsWith(")") ? name.substring(bracket + 1, name.length() - 1) : "";
            if (isAbbreviation(inside)) {
                addNamed(inside, SourceText.strip(name.substring(0, bracket)));
            } else {
                names.add(name);
            }
        }

        private void addNamed(String abbreviation, String name) {
            names.add(name);
            abbreviations.putIfAbsent(abbreviation, name);
        }

        private static boolean isName(String text) {
            return LabelShape.of(text).isAtLeast(LabelShape.WORD);
        }

        /** At commas, semicolons and "and" outside brackets. */
        private static List<String> split(String line) {
            List<String> parts = new ArrayList<>();
            int depth = 0;
            int begin = 0;
            for (int i = 0; i <= line.length(); i++) {
                char letter = i < line.length() ? line.charAt(i) : ',';
                if (letter == '(' || letter == '[') {
                    depth++;
                } else if (letter == ')' || letter == ']') {
                    depth = Math.max(0, depth - 1);
                }
                boolean and = depth == 0 && (line.startsWith(" and ", i) || line.startsWith(" och ", i));
                if (and || i == line.length() || (depth == 0 && (letter == ',' || letter == ';'))) {
                    String part = LabelledLine.withoutEmphasis(line.substring(begin, i));
                    if (!part.isEmpty()) {
                        parts.add(
                                part.endsWith(".") && part.length() > 4 ? part.substring(0, part.length() - 1) : part);
                    }
                    begin = and ? i + 5 : i + 1;
                    i = and ? i + 4 : i;
                }
            }
            return parts;
        }
    }
}
