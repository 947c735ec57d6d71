package dev.llmagents.team.meetmind.transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns with name and time on lines of their own above them: Otter, Teams documents and what is copied out of Teams. */
final class HeadedSyntax implements TranscriptSyntax {
    private static final double FEWEST = 0.08;

    @Override
    public Optional<Draft> read(SourceText source) {
        List<Optional<TurnHeading>> headings = new ArrayList<>(source.size());
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < source.size(); i++) {
            Optional<TurnHeading> heading = TurnHeading.at(source, i);
            headings.add(heading);
            if (heading.isPresent()) {
                counts.put(
                        heading.get().name(), counts.getOrDefault(heading.get().name(), 0) + 1);
            }
        }
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        Walk walk = new Walk(source, headings, counts);
        return walk.isHeaded() ? Optional.of(walk.draft()) : Optional.empty();
    }

    private static final class Walk {
        private final SourceText source;
        private final List<Optional<TurnHeading>> headings;
        private final Map<String, Integer> counts;

        Walk(SourceText source, List<Optional<TurnHeading>> headings, Map<String, Integer> counts) {
            this.source = source;
            this.headings = headings;
            this.counts = counts;
        }

        /** Most headings must be followed by speech, and there must be enough of them for the size of the input. */
        boolean isHeaded() {
            int filled = 0;
            int found = 0;
            int followed = 0;
            int returning = 0;
            boolean sure = false;
            int i = 0;
            while (i < source.size()) {
                filled += source.line(i).isEmpty() ? 0 : 1;
                if (!begins(i)) {
                    i++;
                    continue;
                }
                TurnHeading heading = headings.get(i).orElseThrow();
                found++;
                sure |= heading.sure();
                returning += counts.get(heading.name()) > 1 ? 1 : 0;
                i += heading.lines();
                followed += isSpeech(nextFilled(i)) ? 1 : 0;
            }
            if (found == 0 || found < filled * FEWEST || followed * 10 < found * 7) {
                return false;
            }
            return sure ? found > 1 || filled <= 6 : returning * 2 >= found;
        }

        private boolean begins(int index) {
            Optional<TurnHeading> heading = headings.get(index);
            if (heading.isEmpty()) {
                return false;
            }
            LabelShape shape = LabelShape.of(heading.get().name().replace(": ", " "));
            return shape.isAtLeast(LabelShape.WORD) || counts.get(heading.get().name()) > 1;
        }

        /** Where a picture would be, Teams copies the initials of who speaks next. */
        private boolean isPictureOf(int index) {
            String initials = source.line(index);
            if (initials.length() > 3 || index + 1 >= source.size() || !begins(index + 1)) {
                return false;
            }
            String name = headings.get(index + 1).orElseThrow().name();
            for (int i = 0; i < initials.length(); i++) {
                if (!Character.isUpperCase(initials.charAt(i)) || name.indexOf(initials.charAt(i)) < 0) {
                    return false;
                }
            }
            return true;
        }

        private int nextFilled(int from) {
            int at = from;
            while (at < source.size() && source.line(at).isEmpty()) {
                at++;
            }
            return at;
        }

        private boolean isSpeech(int index) {
            return index < source.size() && !begins(index);
        }

        Draft draft() {
            Turns turns = new Turns();
            List<String> above = new ArrayList<>();
            boolean speaking = false;
            int i = 0;
            while (i < source.size()) {
                String line = source.line(i);
                if (begins(i)) {
                    TurnHeading heading = headings.get(i).orElseThrow();
                    turns.begin(heading.name(), Optional.of(heading.time()), Optional.empty());
                    speaking = true;
                    i += heading.lines();
                    continue;
                }
                if (!speaking) {
                    above.add(line);
                } else if (!line.isEmpty() && !Boilerplate.isNotice(line) && !isPictureOf(i)) {
                    turns.say(i + 1, line);
                }
                i++;
            }
            AttendeeList attendees = AttendeeList.in(source);
            MeetingHeader header = MeetingHeader.of(above, attendees.namesJoinedLike(turns.speakers()));
            return new Draft(TranscriptFormat.HEADED, header, turns.utterances());
        }
    }
}
