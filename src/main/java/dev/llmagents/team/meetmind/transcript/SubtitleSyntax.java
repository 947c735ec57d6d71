package dev.llmagents.team.meetmind.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * WebVTT and SubRip: cues with a time line above them. Speakers stand in voice tags (Teams), before a colon (Zoom), in
 * the cue's number line (Webex), or nowhere (captions).
 */
final class SubtitleSyntax implements TranscriptSyntax {
    /** How far to look for the first cue where the header of WebVTT is missing. */
    private static final int LOOK_AT = 40;

    @Override
    public Optional<Draft> read(SourceText source) {
        boolean webVtt = source.size() > 0 && isWebVttHeader(source.line(firstLine(source)));
        if (!webVtt && !hasEarlyCue(source)) {
            return Optional.empty();
        }
        Cues cues = new Cues(source);
        cues.collect();
        TranscriptFormat format = webVtt || cues.dotted ? TranscriptFormat.WEBVTT : TranscriptFormat.SUBRIP;
        return Optional.of(new Draft(format, MeetingHeader.of(cues.notes, List.of()), cues.utterances()));
    }

    private static int firstLine(SourceText source) {
        int at = 0;
        while (at < source.size() - 1 && source.line(at).isEmpty()) {
            at++;
        }
        return at;
    }

    private static boolean isWebVttHeader(String line) {
        return line.startsWith("WEBVTT")
                && (line.length() == 6 || SourceText.isBlank(line.charAt(6)) || line.charAt(6) == '-');
    }

    private static boolean hasEarlyCue(SourceText source) {
        int end = Math.min(source.size(), LOOK_AT);
        for (int i = 0; i < end; i++) {
            if (CueTiming.of(source.line(i)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The lines of the cues, before it is known which labels are speakers. */
    private static final class Cues {
        private record CueLine(
                int line, boolean first, CueTiming timing, String voice, LabelledLine parts, String text) {}

        private final SourceText source;
        private final List<CueLine> lines = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private boolean voiced;
        private boolean dotted;

        Cues(SourceText source) {
            this.source = source;
        }

        void collect() {
            Optional<CueTiming> timing = Optional.empty();
            boolean inBlock = false;
            boolean inNote = false;
            boolean first = false;
            String voice = "";
            for (int i = 0; i < source.size(); i++) {
                String line = source.line(i);
                Optional<CueTiming> next = CueTiming.of(line);
                if (next.isPresent()) {
                    timing = next;
                    dotted |= line.indexOf('.') >= 0;
                    voice = i == 0 ? "" : nameInNumberLine(source.line(i - 1));
                    first = true;
                    inBlock = false;
                } else if (line.isEmpty()) {
                    inBlock = false;
                } else if (inBlock) {
                    if (inNote) {
                        notes.add(line);
                    }
                } else if (beginsBlock(i)) {
                    inBlock = true;
                    inNote = line.startsWith("NOTE") || isWebVttHeader(line);
                    if (inNote) {
                        notes.add(SourceText.strip(line.substring(line.startsWith("NOTE") ? 4 : 6)));
                    }
                } else if (timing.isPresent() && !isNumberLine(i)) {
                    voice = addLine(i, first, timing.get(), voice);
                    first = false;
                }
            }
        }

        private boolean beginsBlock(int index) {
            String line = source.line(index);
            boolean alone = index == 0 || source.line(index - 1).isEmpty();
            return alone
                    && (isWebVttHeader(line)
                            || line.equals("STYLE")
                            || line.equals("REGION")
                            || line.equals("NOTE")
                            || line.startsWith("NOTE "));
        }

        /** Whether the line stands right above a time line, and so is a cue's number or name. */
        private boolean isNumberLine(int index) {
            return index + 1 < source.size()
                    && CueTiming.of(source.line(index + 1)).isPresent()
                    && (index == 0 || source.line(index - 1).isEmpty() || isNumber(source.line(index)));
        }

        private static boolean isNumber(String line) {
            for (int i = 0; i < line.length(); i++) {
                if (!TimeText.isDigit(line.charAt(i))) {
                    return false;
                }
            }
            return true;
        }

        /** The name in {@code 12 "Anna Berg" (1234567)}; empty if there is none. */
        private static String nameInNumberLine(String line) {
            int open = line.indexOf('"');
            int close = line.lastIndexOf('"');
            boolean named = open > 0 && close > open + 1 && TimeText.isDigit(line.charAt(0)) && line.endsWith(")");
            return named ? line.substring(open + 1, close) : "";
        }

        private String addLine(int index, boolean first, CueTiming timing, String voice) {
            boolean begins = first;
            String last = voice;
            for (CueText.Voiced part : CueText.voices(source.line(index), voice)) {
                voiced |= !part.voice().isEmpty();
                String text = withoutTurnMark(part.text());
                lines.add(new CueLine(index + 1, begins, timing, part.voice(), LabelledLine.parse(text), text));
                begins = false;
                last = part.voice();
            }
            return last;
        }

        /** Captioners write {@code >>} where the speaker changes. */
        private static String withoutTurnMark(String text) {
            int at = 0;
            while (at < text.length() && (text.charAt(at) == '>' || SourceText.isBlank(text.charAt(at)))) {
                at++;
            }
            return text.substring(at);
        }

        List<Utterance> utterances() {
            SpeakerEvidence evidence = evidence();
            Turns turns = new Turns();
            String speaker = "";
            String voice = "";
            for (CueLine line : lines) {
                boolean labelled = !voiced
                        && line.parts().hasLabel()
                        && line.parts().time().isEmpty()
                        && evidence.isSpeaker(line.parts().label(), false);
                boolean newTurn =
                        line.first() || labelled || (voiced && !line.voice().equals(voice));
                if (labelled) {
                    speaker = line.parts().label();
                } else if (voiced) {
                    speaker = line.voice();
                }
                voice = line.voice();
                if (newTurn) {
                    turns.begin(
                            speaker,
                            Optional.of(line.timing().start()),
                            Optional.of(line.timing().end()));
                }
                turns.sayInCue(line.line(), labelled ? line.parts().text() : line.text());
            }
            return turns.utterances();
        }

        private SpeakerEvidence evidence() {
            SpeakerEvidence evidence = new SpeakerEvidence(AttendeeList.NOBODY);
            if (!voiced) {
                for (CueLine line : lines) {
                    evidence.add(line.parts());
                }
                CommonWords words = new CommonWords(evidence.doubtful());
                for (CueLine line : lines) {
                    words.scan(line.parts().text());
                }
                evidence.learn(words);
            }
            return evidence;
        }
    }
}
