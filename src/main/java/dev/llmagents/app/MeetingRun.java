package dev.llmagents.app;

import dev.llmagents.agent.ModelAccess;
import dev.llmagents.agent.Workers;
import dev.llmagents.agent.Workflow;
import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.document.UnreadableInputException.Reason;
import dev.llmagents.json.Sha256;
import dev.llmagents.team.meetmind.MeetMindTeam;
import dev.llmagents.team.meetmind.Meeting;
import dev.llmagents.team.meetmind.MeetingPlan;
import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.text.LanguageDetector;
import dev.llmagents.team.meetmind.transcript.Speakers;
import dev.llmagents.team.meetmind.transcript.Transcript;
import dev.llmagents.team.meetmind.transcript.TranscriptReader;
import dev.llmagents.team.meetmind.transcript.TranscriptReading;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Reads transcripts and has the team analyse them: one alone with its agents side by side, many side by side. */
public final class MeetingRun {
    private final MeetMindTeam team;
    private final ModelAccess access;
    private final Options options;
    private final Workflow.Listener listener;

    /**
     * @param language the meetings' language; empty to tell it from their words
     * @param date the day of the meetings; empty to read it from the transcripts
     * @param aliases names to use for spellings of speakers
     */
    public record Options(Optional<Language> language, Optional<LocalDate> date, Map<String, String> aliases) {
        public Options {
            aliases = Map.copyOf(aliases);
        }
    }

    /**
     * What came of one input.
     *
     * @param result empty if it could not be read
     * @param problem why not, one sentence
     * @param isOptional whether it was found in a folder, so that leaving it out is no failure
     * @param sha256 fingerprint of its bytes; empty if they could not be read
     */
    public record Outcome(
            String name,
            boolean isOptional,
            String sha256,
            long bytes,
            long words,
            List<String> warnings,
            Optional<MeetMindTeam.Result> result,
            Optional<String> problem) {}

    public MeetingRun(MeetMindTeam team, ModelAccess access, Options options, Workflow.Listener listener) {
        this.team = team;
        this.access = access;
        this.options = options;
        this.listener = listener;
    }

    /** Analyses every input; the outcomes stand in the order of the inputs. */
    public List<Outcome> analyze(List<Inputs.Input> inputs) {
        if (inputs.size() == 1) {
            ExecutorService agents =
                    access instanceof ModelAccess.Open ? Workers.forWaiting() : Workers.forComputing(2);
            try {
                return List.of(analyze(inputs.get(0), agents));
            } finally {
                agents.shutdownNow();
            }
        }
        // Many meetings keep the machine busy by themselves: the agents of each take turns.
        ExecutorService meetings = Workers.forComputing(inputs.size());
        try {
            List<Future<Outcome>> started = new ArrayList<>();
            for (Inputs.Input input : inputs) {
                started.add(meetings.submit(() -> analyze(input, Runnable::run)));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> future : started) {
                outcomes.add(future.get());
            }
            return outcomes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException unchecked
                    ? unchecked
                    : new IllegalStateException(e.getCause());
        } finally {
            meetings.shutdownNow();
        }
    }

    private Outcome analyze(Inputs.Input input, Executor agents) {
        Workflow.Listener heard = listener.about(input.name());
        try {
            byte[] bytes = input.bytes().read();
            String sha256 = Sha256.of(bytes);
            TranscriptReading reading = read(input, bytes);
            Meeting meeting = meeting(reading);
            TranscriptReading unified =
                    new TranscriptReading(meeting.transcript(), reading.format(), reading.warnings());
            MeetMindTeam.Result result = OwnerNames.in(
                    team.analyze(unified, meeting, access.heardBy(heard), agents, heard), options.aliases());
            return new Outcome(
                    input.name(),
                    input.fromFolder(),
                    sha256,
                    bytes.length,
                    words(meeting),
                    reading.warnings(),
                    Optional.of(result),
                    Optional.empty());
        } catch (UnreadableInputException e) {
            return new Outcome(
                    input.name(),
                    input.fromFolder(),
                    "",
                    0,
                    0,
                    List.of(),
                    Optional.empty(),
                    Optional.of(e.getMessage()));
        } finally {
            heard.over();
        }
    }

    /**
     * What the team would do with {@code input}.
     *
     * @throws UnreadableInputException if it cannot be read
     */
    public MeetingPlan plan(Inputs.Input input) throws UnreadableInputException {
        return team.plan(meeting(read(input, input.bytes().read())));
    }

    private static TranscriptReading read(Inputs.Input input, byte[] bytes) throws UnreadableInputException {
        TranscriptReading reading = TranscriptReader.read(input.name(), bytes);
        boolean anySpeaker = reading.transcript().utterances().stream().anyMatch(Utterance::hasKnownSpeaker);
        if (input.fromFolder() && !anySpeaker && !reading.format().timesSpeech()) {
            // Found, not named, and nothing in it looks like a meeting: a read-me, most likely.
            throw new UnreadableInputException(
                    Reason.NO_CONTENT,
                    input.name() + " was left out, since nobody speaks in it: name it to have it analysed.");
        }
        return reading;
    }

    private Meeting meeting(TranscriptReading reading) {
        Transcript read = Speakers.unify(reading.transcript(), options.aliases());
        Transcript transcript = options.date().isEmpty()
                ? read
                : new Transcript(read.name(), read.title(), options.date(), read.attendees(), read.utterances());
        Language language = options.language()
                .orElseGet(() -> new LanguageDetector()
                        .detect(transcript.utterances().stream()
                                .map(Utterance::text)
                                .toList()));
        return new Meeting(transcript, language);
    }

    private static long words(Meeting meeting) {
        long words = 0;
        for (Utterance utterance : meeting.utterances()) {
            words += utterance.text().split("\\s+").length;
        }
        return words;
    }
}
