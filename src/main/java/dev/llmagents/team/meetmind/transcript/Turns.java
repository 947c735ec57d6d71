package dev.llmagents.team.meetmind.transcript;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gathers what is said, turn by turn, and gives the utterances of it.
 *
 * <p>A turn that goes on over several lines is one utterance as long as a sentence runs over the line end; where a
 * sentence ends with its line, the next line is an utterance of its own by the same speaker, so that each keeps the line
 * it stands on. Not thread-safe.
 */
final class Turns {
    /** People speak at most about five words in a second. */
    private static final int FASTEST = 5;

    private static final int FIRST_WORKING_HOUR = 7;
    private static final int SHORTEST_WRAPPED_LINE = 40;
    private static final int LONGEST_SENTENCE = 800;

    private record Piece(
            int line, Optional<TimeText> start, Optional<TimeText> end, String speaker, StringBuilder text) {}

    private final List<Piece> pieces = new ArrayList<>();
    private String speaker = Utterance.UNKNOWN;
    private Optional<TimeText> start = Optional.empty();
    private Optional<TimeText> end = Optional.empty();
    private boolean open;
    private int lastLineLength;

    /** A new turn begins; it counts once something is said in it. */
    void begin(String by, Optional<TimeText> from, Optional<TimeText> to) {
        speaker = isUnknown(by) ? Utterance.UNKNOWN : by;
        start = from;
        end = to;
        open = false;
    }

    /** Services have their own words for a voice they could not tell. */
    private static boolean isUnknown(String name) {
        return name.isBlank()
                || name.equalsIgnoreCase("unknown")
                || name.equalsIgnoreCase(Utterance.UNKNOWN)
                || name.equalsIgnoreCase("okänd talare")
                || name.equalsIgnoreCase("okänd");
    }

    /** A line of the turn. */
    void say(int line, String text) {
        if (open && goesOn(last().text(), lastLineLength)) {
            append(text);
        } else {
            add(line, text);
        }
        lastLineLength = text.length();
    }

    private static boolean goesOn(CharSequence text, int lastLine) {
        return text.length() < LONGEST_SENTENCE && runsOn(text, lastLine);
    }

    /** Whether {@code line} ends amid a sentence, which has not ended though the line is as long as wrapped lines are. */
    static boolean runsOn(CharSequence line) {
        return line.length() > 0 && runsOn(line, line.length());
    }

    private static boolean runsOn(CharSequence text, int lastLine) {
        return (lastLine >= SHORTEST_WRAPPED_LINE || text.charAt(text.length() - 1) == ',') && !endsSentence(text);
    }

    /** A line of a cue, which is one utterance however many lines it has. */
    void sayInCue(int line, String text) {
        if (open) {
            append(text);
        } else {
            add(line, text);
        }
    }

    /** Everybody who said something. */
    Set<String> speakers() {
        Set<String> speakers = new HashSet<>();
        for (Piece piece : pieces) {
            speakers.add(piece.speaker());
        }
        return speakers;
    }

    private void add(int line, String text) {
        if (!text.isBlank()) {
            pieces.add(new Piece(line, start, end, speaker, new StringBuilder(text)));
            open = true;
        }
    }

    private void append(String text) {
        if (!text.isBlank()) {
            last().text().append(' ').append(text);
        }
    }

    private Piece last() {
        return pieces.get(pieces.size() - 1);
    }

    private static boolean endsSentence(CharSequence text) {
        for (int i = text.length() - 1; i >= 0; i--) {
            char letter = text.charAt(i);
            if (letter == '.' || letter == '?' || letter == '!' || letter == '…') {
                return true;
            }
            if (Character.isLetterOrDigit(letter) || letter == ',' || letter == ';') {
                return false;
            }
        }
        return false;
    }

    /** Everything said so far. */
    List<Utterance> utterances() {
        boolean hoursAndMinutes = areHoursAndMinutes();
        List<Utterance> utterances = new ArrayList<>(pieces.size());
        for (Piece piece : pieces) {
            utterances.add(new Utterance(
                    piece.line(),
                    value(piece.start(), hoursAndMinutes),
                    value(piece.end(), hoursAndMinutes),
                    piece.speaker(),
                    piece.text().toString()));
        }
        return utterances;
    }

    private static Optional<Duration> value(Optional<TimeText> time, boolean hoursAndMinutes) {
        if (time.isEmpty()) {
            return Optional.empty();
        }
        Duration value = time.get().value();
        return Optional.of(hoursAndMinutes && time.get().ambiguous() ? value.multipliedBy(60) : value);
    }

    /**
     * Whether times of two parts are hours and minutes: if every one could be an hour of the day, and either the first is
     * in working hours or, read as minutes and seconds, most turns would be spoken faster than anybody can.
     */
    private boolean areHoursAndMinutes() {
        Piece before = null;
        int first = -1;
        int turns = 0;
        int tooFast = 0;
        for (Piece piece : pieces) {
            if (piece.start().isEmpty()) {
                continue;
            }
            TimeText time = piece.start().get();
            long hour = time.value().toMinutes();
            if (!time.ambiguous() || hour > 23) {
                return false;
            }
            if (before == null) {
                first = (int) hour;
            } else {
                long gap =
                        time.value().minus(before.start().orElseThrow().value()).toSeconds();
                turns++;
                tooFast += WordCount.of(before.text()) > FASTEST * Math.max(gap, 0) + FASTEST ? 1 : 0;
            }
            before = piece;
        }
        return first >= FIRST_WORKING_HOUR || (turns >= 3 && tooFast * 2 > turns);
    }
}
