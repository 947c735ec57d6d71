package dev.llmagents.team.meetmind.transcript;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Decides which labels of an input name its speakers. A colon proves nothing: {@code Remember: bring the badge} looks
 * like a turn of somebody called Remember. What counts is how a label is built, how often it comes back, how much of the
 * input is labelled at all, who is listed as present, and whether the word is also used as a common one.
 *
 * <p>Filled line by line, then asked. Not thread-safe.
 */
final class SpeakerEvidence {
    private static final int FEWEST_FOR_PREFIX = 3;

    private static final class Tally {
        final LabelShape shape;
        int count;
        int timed;
        /** How often what followed it began with a small letter. */
        int small;

        /** How often, without fail, the text behind the label began with another one that looks like a name. */
        int followedByName;

        Tally(LabelShape shape) {
            this.shape = shape;
        }
    }

    private final Map<String, Tally> tallies = new HashMap<>();
    private final Set<String> known;
    private int lines;
    private int sentences;
    private boolean turnsBeginWithCapitals;
    private int timedLines;
    private int timedLabels;
    private int labels;
    private CommonWords commonWords = new CommonWords(Set.of());

    /** Evidence on an input whose header lists {@code attendees} as present. */
    SpeakerEvidence(AttendeeList attendees) {
        known = new HashSet<>();
        for (String attendee : attendees.names()) {
            known.add(attendee.toLowerCase(Locale.ROOT));
        }
        for (String abbreviation : attendees.abbreviations().keySet()) {
            known.add(abbreviation.toLowerCase(Locale.ROOT));
        }
    }

    /** One line that is not blank. */
    void add(LabelledLine line) {
        lines++;
        sentences += endsSentence(line.text()) ? 1 : 0;
        boolean timed = line.time().isPresent();
        timedLines += timed ? 1 : 0;
        if (!line.hasLabel()) {
            return;
        }
        Tally tally = tallies.get(line.label());
        if (tally == null) {
            tally = new Tally(LabelShape.of(line.label()));
            tallies.put(line.label(), tally);
        }
        tally.count++;
        tally.timed += timed ? 1 : 0;
        if (tally.followedByName == tally.count - 1 && beginsWithName(line.text())) {
            tally.followedByName++;
        }
        tally.small +=
                !line.text().isEmpty() && Character.isLowerCase(line.text().charAt(0)) ? 1 : 0;
        if (tally.shape.isAtLeast(LabelShape.WORD) || isKnown(line.label())) {
            labels++;
            timedLabels += timed ? 1 : 0;
        } else if (tally.shape == LabelShape.LOOSE && tally.count > 1) {
            // The first time it might have been a sentence; the second time both count.
            labels += tally.count == 2 ? 2 : 1;
            timedLabels += timed ? tally.timed == 2 ? 2 : 1 : 0;
        }
    }

    private static boolean beginsWithName(String text) {
        int end = LabelledLine.labelEnd(text, 0);
        return end > 0 && LabelShape.of(text.substring(0, end)).isAtLeast(LabelShape.WORD);
    }

    /** The labels that are one word and came once: whether {@link CommonWords} has them decides about them. */
    Set<String> doubtful() {
        Set<String> doubtful = new HashSet<>();
        for (Map.Entry<String, Tally> entry : tallies.entrySet()) {
            if (entry.getValue().shape == LabelShape.WORD && entry.getValue().count == 1) {
                doubtful.add(entry.getKey());
            }
        }
        return doubtful;
    }

    /** To be called when all lines are added. */
    void learn(CommonWords words) {
        commonWords = words;
        int turns = 0;
        int small = 0;
        for (Tally tally : tallies.values()) {
            boolean sure =
                    (tally.count > 1 && tally.shape.isAtLeast(LabelShape.LOOSE)) || tally.shape == LabelShape.NAME;
            turns += sure ? tally.count : 0;
            small += sure ? tally.small : 0;
        }
        turnsBeginWithCapitals = sentences * 5 >= lines * 3 && small * 2 <= turns;
    }

    /** The share of lines with a label that looks like a name. */
    double labelledShare() {
        return lines == 0 ? 0 : (double) labels / lines;
    }

    /** The share of lines with a time. */
    double timedShare() {
        return lines == 0 ? 0 : (double) timedLines / lines;
    }

    /** How many labels are speakers who come back. */
    int returningSpeakers() {
        int returning = 0;
        for (Map.Entry<String, Tally> entry : tallies.entrySet()) {
            returning += entry.getValue().count > 1 && isSpeaker(entry.getKey(), false) ? 1 : 0;
        }
        return returning;
    }

    /**
     * Whether {@code label}, on a line that has a time or none, names a speaker.
     */
    boolean isSpeaker(String label, boolean timed) {
        Tally tally = tallies.get(label);
        if (tally == null) {
            return false;
        }
        if (isKnown(label)) {
            return true;
        }
        boolean inTimedInput = timedLines * 2 > lines;
        if (inTimedInput && !timed && tally.timed == 0 && tally.shape != LabelShape.NAME) {
            // Every turn has a time, so this line goes on with the one before.
            return false;
        }
        boolean mostTimesLabelled = timedLabels * 5 >= timedLines * 4;
        return switch (tally.shape) {
            case NAME -> tally.count > 1 || labelledShare() >= 0.2 || timed;
            case WORD ->
                tally.count > 2
                        || (labelledShare() >= 0.5 && (tally.count > 1 || isUncommon(label, tally)))
                        || (timed && mostTimesLabelled && !commonWords.has(label));
            case LOOSE -> tally.count > 1 && (labelledShare() >= 0.5 || timed);
            case NONE -> false;
        };
    }

    /** Whether a word that came once before a colon is no word of the language, as far as the input shows. */
    private boolean isUncommon(String label, Tally tally) {
        // "Pricing: we keep it" goes on with its sentence; where people write sentences, a turn begins with a capital.
        return !commonWords.has(label) && !(turnsBeginWithCapitals && tally.small > 0);
    }

    /** Whether {@code label} is listed as present, by name or abbreviation. */
    boolean isKnown(String label) {
        return !known.isEmpty() && known.contains(label.toLowerCase(Locale.ROOT));
    }

    private static boolean endsSentence(String text) {
        char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        return last == '.' || last == '?' || last == '!';
    }

    /** Whether {@code label} is only the first part of names that have a colon in them, as in {@code Ext: Anna Berg}. */
    boolean isPrefixOfNames(String label) {
        Tally tally = tallies.get(label);
        return tally != null && tally.count >= FEWEST_FOR_PREFIX && tally.followedByName == tally.count;
    }
}
