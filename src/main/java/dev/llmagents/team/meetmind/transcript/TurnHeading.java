package dev.llmagents.team.meetmind.transcript;

import java.util.Optional;

/**
 * A line, or two, that say who speaks next and when: {@code Anna Berg  0:08}, {@code [00:08] Anna Berg}, or the name and
 * below it the time, in figures or spelled out.
 *
 * @param name who speaks
 * @param time from when
 * @param lines how many lines it takes, 1 or 2
 * @param sure whether its form alone tells it from speech
 */
record TurnHeading(String name, TimeText time, int lines, boolean sure) {
    private static final int LONGEST = 160;

    /** The heading that begins on the line with 0-based {@code index}. */
    static Optional<TurnHeading> at(SourceText source, int index) {
        String line = source.line(index);
        if (line.isEmpty() || line.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = LabelledLine.withoutEmphasis(withoutHashes(line));
        Optional<TurnHeading> oneLine = behindName(plain);
        if (oneLine.isEmpty()) {
            oneLine = beforeName(plain);
        }
        return oneLine.isPresent() ? oneLine : overTwoLines(source, index, plain);
    }

    private static String withoutHashes(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == '#') {
            at++;
        }
        return line.substring(at);
    }

    private static Optional<TurnHeading> behindName(String line) {
        String text = line.endsWith(":") ? line.substring(0, line.length() - 1) : line;
        Optional<TimeSuffix> suffix = TimeSuffix.of(text);
        if (suffix.isEmpty()) {
            return spelledBehindName(text);
        }
        String name = LabelledLine.withoutEmphasis(suffix.get().before());
        boolean apart = suffix.get().apart();
        return isName(name, apart)
                ? Optional.of(new TurnHeading(name, suffix.get().time(), 1, apart))
                : Optional.empty();
    }

    /** {@code Anna Berg 0 minutes 8 seconds}. */
    private static Optional<TurnHeading> spelledBehindName(String text) {
        if (!text.endsWith("s") && !text.endsWith("d") && !text.endsWith("r")) {
            // seconds, second, sekunder, minutes, …: every unit ends in one of these.
            return Optional.empty();
        }
        for (int i = 1; i < text.length(); i++) {
            if (TimeText.isDigit(text.charAt(i)) && SourceText.isBlank(text.charAt(i - 1))) {
                Optional<TimeText> time = SpelledTime.whole(text.substring(i));
                if (time.isPresent()) {
                    String name = SourceText.strip(text.substring(0, i));
                    return isName(name, true)
                            ? Optional.of(new TurnHeading(name, time.get(), 1, true))
                            : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<TurnHeading> beforeName(String line) {
        TimePrefix prefix = TimePrefix.at(line, 0);
        if (prefix.time().isEmpty() || prefix.next() >= line.length()) {
            return Optional.empty();
        }
        String rest =
                line.endsWith(":") ? line.substring(prefix.next(), line.length() - 1) : line.substring(prefix.next());
        String name = LabelledLine.withoutEmphasis(rest);
        return isName(name, false)
                ? Optional.of(new TurnHeading(name, prefix.time().get(), 1, false))
                : Optional.empty();
    }

    private static Optional<TurnHeading> overTwoLines(SourceText source, int index, String name) {
        String below = index + 1 < source.size() ? source.line(index + 1) : "";
        if (below.isEmpty() || !TimeText.isDigit(below.charAt(0)) || !isName(name, false)) {
            return Optional.empty();
        }
        Optional<TimeText> spelled = SpelledTime.whole(below);
        if (spelled.isPresent()) {
            return Optional.of(new TurnHeading(name, spelled.get(), 2, true));
        }
        Optional<TimeText> time = TimeText.whole(below);
        return time.isEmpty() ? Optional.empty() : Optional.of(new TurnHeading(name, time.get(), 2, false));
    }

    /** A name set apart by the form may have a colon in it; elsewhere a colon says that text follows. */
    private static boolean isName(String text, boolean apart) {
        int colon = LabelledLine.labelEnd(text, 0);
        if (text.isEmpty()) {
            return false;
        }
        boolean whole = colon < 0 || (apart && colon < text.length() - 1 && SourceText.isBlank(text.charAt(colon + 1)));
        if (!whole || (text.endsWith(".") && !apart)) {
            return false;
        }
        String name = text.replace(": ", " ");
        if (TimeText.isDigit(text.charAt(text.length() - 1))
                && WrittenDate.only(text).isPresent()) {
            return false;
        }
        return LabelShape.of(name).isAtLeast(LabelShape.LOOSE);
    }
}
