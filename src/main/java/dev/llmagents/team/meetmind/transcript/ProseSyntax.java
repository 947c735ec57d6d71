package dev.llmagents.team.meetmind.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Running text without speakers, which takes any input: the last syntax to try. */
final class ProseSyntax implements TranscriptSyntax {
    @Override
    public Optional<Draft> read(SourceText source) {
        AttendeeList attendees = AttendeeList.in(source);
        Turns turns = new Turns();
        List<String> header = new ArrayList<>();
        boolean inHeader = true;
        for (int i = 0; i < source.size(); i++) {
            String line = source.line(i);
            if (attendees.lines().contains(i) || Boilerplate.isNotice(line)) {
                continue;
            }
            Optional<TimeText> time = TimeText.whole(line);
            if (time.isPresent()) {
                turns.begin(Utterance.UNKNOWN, time, Optional.empty());
                continue;
            }
            inHeader &= line.isEmpty() || isHeaderLine(line);
            if (inHeader || line.startsWith("#")) {
                header.add(line);
            } else if (line.isEmpty()) {
                turns.begin(Utterance.UNKNOWN, Optional.empty(), Optional.empty());
            } else {
                turns.say(i + 1, LabelledLine.withoutBullet(line));
            }
        }
        List<Utterance> utterances = turns.utterances();
        return Optional.of(new Draft(TranscriptFormat.PROSE, MeetingHeader.of(header, attendees.names()), utterances));
    }

    /** A heading, a line with the date, or a key and its value, as long as no sentence has begun. */
    private static boolean isHeaderLine(String line) {
        LabelledLine parts = LabelledLine.parse(line);
        if (parts.heading() || Boilerplate.isHeading(line) || line.startsWith("---")) {
            return true;
        }
        return HeaderLine.couldBe(line, parts)
                && !HeaderLine.endsSentence(line)
                && (WrittenDate.only(line).isPresent() || MeetingHeader.isKey(parts.label()));
    }
}
