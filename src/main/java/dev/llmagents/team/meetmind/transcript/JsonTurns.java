package dev.llmagents.team.meetmind.transcript;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes utterances of the segments of an input, once it is known what their times count. */
final class JsonTurns {
    /** A word takes about a third of a second; a thousand times as much is milliseconds. */
    private static final double SLOWEST_SECONDS_PER_WORD = 15;

    private static final double SLOWEST_WITH_PAUSES = 60;

    /** Where words come without full stops, so many make an utterance. */
    private static final int MOST_WORDS = 60;

    private JsonTurns() {}

    /**
     * The utterances of {@code segments}.
     *
     * @param singleWords whether each is one word, so that words of a speaker are put together up to a sentence's end
     */
    static List<Utterance> utterances(List<JsonSegment> segments, boolean singleWords) {
        double unit = areMilliseconds(segments) ? 0.001 : 1;
        double zero = firstInstant(segments);
        Turns turns = new Turns();
        String before = null;
        boolean sentenceOver = true;
        int words = 0;
        for (JsonSegment segment : segments) {
            boolean goesOn = singleWords && segment.speaker().equals(before) && !sentenceOver && words < MOST_WORDS;
            words = goesOn ? words + 1 : 1;
            if (!goesOn) {
                Optional<TimeText> start = time(segment.start(), unit, zero);
                Optional<TimeText> end = singleWords ? Optional.empty() : time(segment.end(), unit, zero);
                boolean ordered = start.isPresent()
                        && end.isPresent()
                        && end.get().value().compareTo(start.get().value()) >= 0;
                turns.begin(segment.speaker(), start, ordered ? end : Optional.empty());
            }
            turns.sayInCue(segment.line(), segment.text());
            before = segment.speaker();
            char last = segment.text().charAt(segment.text().length() - 1);
            sentenceOver = last == '.' || last == '?' || last == '!';
        }
        return turns.utterances();
    }

    private static Optional<TimeText> time(JsonTime time, double unit, double zero) {
        if (!time.isKnown()) {
            return Optional.empty();
        }
        double seconds = switch (time.kind()) {
            case SECONDS -> time.value();
            case NUMBER -> time.value() * unit;
            case INSTANT -> Math.max(0, time.value() - zero);
        };
        return Optional.of(new TimeText(Duration.ofMillis(Math.round(seconds * 1000)), false, 0));
    }

    private static double firstInstant(List<JsonSegment> segments) {
        for (JsonSegment segment : segments) {
            if (segment.start().isKnown() && segment.start().kind() == JsonTime.Kind.INSTANT) {
                return segment.start().value();
            }
        }
        return 0;
    }

    /** Whether numbers are milliseconds: as seconds, people would speak slower than anybody does. */
    private static boolean areMilliseconds(List<JsonSegment> segments) {
        double spoken = 0;
        long spokenWords = 0;
        double latest = 0;
        long words = 0;
        for (JsonSegment segment : segments) {
            JsonTime start = segment.start();
            JsonTime end = segment.end();
            if (!start.isKnown() || start.kind() != JsonTime.Kind.NUMBER) {
                continue;
            }
            if (start.value() != Math.rint(start.value())) {
                return false;
            }
            long count = WordCount.of(segment.text());
            words += count;
            latest = Math.max(latest, start.value());
            if (end.isKnown() && end.kind() == JsonTime.Kind.NUMBER && end.value() >= start.value()) {
                spoken += end.value() - start.value();
                spokenWords += count;
            }
        }
        return spokenWords > 0
                ? spoken > SLOWEST_SECONDS_PER_WORD * spokenWords
                : latest > SLOWEST_WITH_PAUSES * Math.max(words, 1);
    }
}
