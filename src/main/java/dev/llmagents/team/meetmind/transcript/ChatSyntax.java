package dev.llmagents.team.meetmind.transcript;

import java.util.Optional;

/**
 * The chat that Zoom saves: {@code 00:05:16 TAB Anna Berg: TAB text}, in older versions
 * {@code 14:05:16 From Anna Berg to Everyone : text}. Reactions are no speech.
 */
final class ChatSyntax implements TranscriptSyntax {
    private static final int NAME_WITHIN = 200;
    private static final double MOST_LINES = 0.3;

    private static final String[] REACTIONS = {"Reacted to ", "Removed a ", "Reagerade på ", "Tog bort en "};
    private static final String[] REPLIES = {"Replying to ", "Svarar på "};

    private record Message(TimeText time, String name, String text) {}

    @Override
    public Optional<Draft> read(SourceText source) {
        int filled = 0;
        int messages = 0;
        for (int i = 0; i < source.size(); i++) {
            filled += source.line(i).isEmpty() ? 0 : 1;
            messages += message(source.line(i)).isPresent() ? 1 : 0;
        }
        return messages > 0 && messages >= filled * MOST_LINES ? Optional.of(draft(source)) : Optional.empty();
    }

    private static Draft draft(SourceText source) {
        Turns turns = new Turns();
        boolean speaking = false;
        for (int i = 0; i < source.size(); i++) {
            String line = source.line(i);
            Optional<Message> message = message(line);
            if (message.isPresent()) {
                String text = message.get().text();
                speaking = !startsWithAny(text, REACTIONS);
                if (speaking) {
                    turns.begin(message.get().name(), Optional.of(message.get().time()), Optional.empty());
                    turns.say(i + 1, startsWithAny(text, REPLIES) ? "" : text);
                }
            } else if (speaking && !line.isEmpty()) {
                turns.say(i + 1, line);
            }
        }
        return new Draft(TranscriptFormat.CHAT, MeetingHeader.NONE, turns.utterances());
    }

    private static boolean startsWithAny(String text, String[] starts) {
        for (String start : starts) {
            if (text.startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Message> message(String line) {
        if (line.isEmpty() || !TimeText.isDigit(line.charAt(0))) {
            return Optional.empty();
        }
        TimePrefix prefix = TimePrefix.at(line, 0);
        if (prefix.time().isEmpty() || prefix.time().get().ambiguous()) {
            return Optional.empty();
        }
        TimeText time = prefix.time().get();
        int begin = prefix.next();
        if (line.startsWith("From ", begin)) {
            return fromMessage(line, time, begin + 5);
        }
        boolean tabbed = time.end() < line.length() && line.charAt(time.end()) == '\t';
        int end = tabbed ? indexWithin(line, ":\t", begin) : -1;
        if (tabbed && end < 0 && line.endsWith(":") && line.length() - begin < NAME_WITHIN) {
            end = line.length() - 1;
        }
        return end <= begin
                ? Optional.empty()
                : Optional.of(new Message(
                        time, SourceText.strip(line.substring(begin, end)), SourceText.strip(line.substring(end + 1))));
    }

    private static Optional<Message> fromMessage(String line, TimeText time, int begin) {
        int to = indexWithin(line, " to ", begin);
        to = to < 0 ? indexWithin(line, " To ", begin) : to;
        int colon = to < 0 ? -1 : indexWithin(line, ":", to);
        return colon < 0
                ? Optional.empty()
                : Optional.of(new Message(
                        time,
                        SourceText.strip(line.substring(begin, to)),
                        SourceText.strip(line.substring(colon + 1))));
    }

    private static int indexWithin(String line, String part, int from) {
        int end = Math.min(line.length(), from + NAME_WITHIN);
        int found = line.substring(from, end).indexOf(part);
        return found < 0 ? -1 : from + found;
    }
}
