package dev.llmagents.team.meetmind.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns that begin with a name and a colon, with or without a time before or behind the name: what people type, what
 * Google Meet exports, markdown notes, records of parliaments. Lines that only hold a time give it to the next turn.
 */
final class LabelledSyntax implements TranscriptSyntax {
    private static final double MOST_LINES = 0.5;
    private static final double ENOUGH_WITH_RETURNING_SPEAKERS = 0.05;

    @Override
    public Optional<Draft> read(SourceText source) {
        AttendeeList attendees = AttendeeList.in(source);
        List<LabelledLine> lines = new ArrayList<>(source.size());
        SpeakerEvidence evidence = new SpeakerEvidence(attendees);
        boolean begun = false;
        for (int i = 0; i < source.size(); i++) {
            String raw = source.line(i);
            LabelledLine line = LabelledLine.parse(raw);
            lines.add(line);
            if (isBody(raw, line) && !attendees.lines().contains(i)) {
                begun = begun || evidence.isKnown(line.label()) || !HeaderLine.couldBe(raw, line);
                boolean goesOn = !line.hasLabel() && line.time().isEmpty() && i > 0 && Turns.runsOn(source.line(i - 1));
                if (begun && !goesOn) {
                    evidence.add(line);
                }
            }
        }
        CommonWords words = new CommonWords(evidence.doubtful());
        for (LabelledLine line : lines) {
            words.scan(line.text());
        }
        evidence.learn(words);
        Walk walk = new Walk(source, lines, attendees, evidence);
        int first = walk.firstTurn();
        boolean labelled = evidence.labelledShare() >= MOST_LINES
                || evidence.timedShare() >= MOST_LINES
                || (evidence.returningSpeakers() > 1 && evidence.labelledShare() >= ENOUGH_WITH_RETURNING_SPEAKERS);
        return labelled && first < source.size() ? Optional.of(walk.from(first)) : Optional.empty();
    }

    /** Whether a line counts for what share of an input is labelled. */
    private static boolean isBody(String raw, LabelledLine line) {
        return !raw.isEmpty()
                && !line.heading()
                && !isRule(raw)
                && !(line.text().isEmpty() && !line.hasLabel())
                && !isTableRow(raw)
                && (line.hasLabel() || !(Boilerplate.isHeading(raw) || Boilerplate.isNotice(raw)));
    }

    private static boolean isTableRow(String raw) {
        return raw.startsWith("|");
    }

    private static boolean isRule(String raw) {
        return raw.startsWith("---") || raw.startsWith("***") || raw.startsWith("===");
    }

    /** The second pass, which knows who the speakers are. */
    private static final class Walk {
        private final SourceText source;
        private final List<LabelledLine> lines;
        private final AttendeeList attendees;
        private final SpeakerEvidence evidence;
        private final boolean timedThroughout;

        Walk(SourceText source, List<LabelledLine> lines, AttendeeList attendees, SpeakerEvidence evidence) {
            this.source = source;
            this.lines = lines;
            this.attendees = attendees;
            this.evidence = evidence;
            this.timedThroughout = evidence.timedShare() >= MOST_LINES;
        }

        /** Index of the first line that begins a turn. */
        int firstTurn() {
            for (int i = 0; i < source.size(); i++) {
                if (!attendees.lines().contains(i) && beginsTurn(i)) {
                    return i;
                }
            }
            return source.size();
        }

        private boolean beginsTurn(int index) {
            LabelledLine line = lines.get(index);
            return hasSpeaker(line) || isTimedSpeech(line);
        }

        private boolean hasSpeaker(LabelledLine line) {
            return line.hasLabel()
                    && evidence.isSpeaker(line.label(), line.time().isPresent());
        }

        private boolean isTimedSpeech(LabelledLine line) {
            return timedThroughout && line.time().isPresent() && !(line.text().isEmpty() && !line.hasLabel());
        }

        Draft from(int first) {
            Turns turns = new Turns();
            Optional<TimeText> announced = timeAnnouncedBefore(first);
            boolean speaking = false;
            for (int i = first; i < source.size(); i++) {
                String raw = source.line(i);
                LabelledLine line = lines.get(i);
                if (raw.isEmpty() || attendees.lines().contains(i)) {
                    continue;
                }
                if (beginsTurn(i)) {
                    begin(turns, line, i + 1, announced);
                    announced = Optional.empty();
                    speaking = true;
                } else if (line.time().isPresent() && line.text().isEmpty() && !line.hasLabel()) {
                    announced = line.time();
                } else if (line.heading() || Boilerplate.isHeading(raw) || isRule(raw)) {
                    // Under a heading of its own, text belongs to nobody's turn.
                    speaking = false;
                } else if (speaking && !Boilerplate.isNotice(raw)) {
                    turns.say(i + 1, LabelledLine.withoutBullet(raw));
                }
            }
            return new Draft(TranscriptFormat.LABELLED, header(first, turns), turns.utterances());
        }

        private Optional<TimeText> timeAnnouncedBefore(int first) {
            for (int i = first - 1; i >= 0 && i > first - 4; i--) {
                LabelledLine line = lines.get(i);
                if (line.time().isPresent() && line.text().isEmpty() && !line.hasLabel()) {
                    return line.time();
                }
            }
            return Optional.empty();
        }

        private void begin(Turns turns, LabelledLine line, int number, Optional<TimeText> announced) {
            Optional<TimeText> start = line.time().isPresent() ? line.time() : announced;
            if (!hasSpeaker(line)) {
                String said = line.hasLabel() ? line.label() + ": " + line.text() : line.text();
                turns.begin(Utterance.UNKNOWN, start, line.end());
                turns.say(number, said);
                return;
            }
            String speaker = line.label();
            String said = line.text();
            if (evidence.isPrefixOfNames(speaker)) {
                int second = LabelledLine.labelEnd(said, 0);
                speaker = speaker + ": " + SourceText.strip(said.substring(0, second));
                said = SourceText.strip(said.substring(second + 1));
            }
            turns.begin(attendees.abbreviations().getOrDefault(speaker, speaker), start, line.end());
            turns.say(number, said);
        }

        private MeetingHeader header(int first, Turns turns) {
            List<String> above = new ArrayList<>();
            for (int i = 0; i < first; i++) {
                if (!attendees.lines().contains(i)) {
                    above.add(source.line(i));
                }
            }
            return MeetingHeader.of(above, attendees.namesJoinedLike(turns.speakers()));
        }
    }
}
