package dev.llmagents.team.meetmind.transcript;

import dev.llmagents.document.TextDocument;
import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.document.UnreadableInputException.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a meeting out of a text, whatever format it is in. What the content shows decides, never the name: people rename
 * files. Thread-safe; time grows linearly with the input.
 */
public final class TranscriptReader {
    /** Tried in this order: from those that cannot be mistaken to the one that takes anything. */
    private static final List<TranscriptSyntax> SYNTAXES = List.of(
            new JsonSyntax(),
            new SubtitleSyntax(),
            new ChatSyntax(),
            new HeadedSyntax(),
            new LabelledSyntax(),
            new ProseSyntax());

    private TranscriptReader() {}

    /**
     * The meeting in {@code bytes}, which may be a Word document.
     *
     * @param name the input's name, for messages and for the date in it
     */
    public static TranscriptReading read(String name, byte[] bytes) throws UnreadableInputException {
        return read(TextDocument.of(name, bytes));
    }

    /**
     * The meeting in {@code document}.
     *
     * @throws UnreadableInputException if nobody says anything in it, or it is damaged
     */
    public static TranscriptReading read(TextDocument document) throws UnreadableInputException {
        SourceText source = SourceText.of(document);
        for (TranscriptSyntax syntax : SYNTAXES) {
            Optional<Draft> draft = syntax.read(source);
            if (draft.isPresent()) {
                return reading(document, draft.get());
            }
        }
        throw new IllegalStateException("the last syntax takes any input");
    }

    private static TranscriptReading reading(TextDocument document, Draft draft) throws UnreadableInputException {
        List<Utterance> utterances = new ArrayList<>(draft.utterances().size());
        boolean anySpeaker = false;
        for (Utterance utterance : draft.utterances()) {
            if (WordCount.of(utterance.text()) > 0) {
                utterances.add(utterance);
                anySpeaker |= utterance.hasKnownSpeaker();
            }
        }
        if (utterances.isEmpty()) {
            throw new UnreadableInputException(
                    Reason.NO_CONTENT,
                    document.name() + " holds no speech: it was read as "
                            + draft.format().description()
                            + ", and nobody says anything in it; check that it is the transcript.");
        }
        List<String> warnings = new ArrayList<>(document.warnings());
        if (!anySpeaker) {
            warnings.add(document.name() + " names no speakers, so nothing can be attributed to anybody.");
        }
        MeetingHeader header = draft.header();
        Optional<LocalDate> date = header.date().isPresent() ? header.date() : dateInName(document.name());
        Transcript transcript = new Transcript(document.name(), header.title(), date, header.attendees(), utterances);
        return new TranscriptReading(transcript, draft.format(), warnings);
    }

    private static Optional<LocalDate> dateInName(String name) {
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        Optional<WrittenDate> spaced = WrittenDate.only(file.replace('_', ' '));
        Optional<WrittenDate> date = spaced.isPresent() ? spaced : WrittenDate.only(file.replace('_', '-'));
        return date.isPresent() ? Optional.of(date.get().date()) : Optional.empty();
    }
}
