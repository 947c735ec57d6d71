package dev.llmagents.team.meetmind.ledger;

import dev.llmagents.agent.ModelAccess;
import dev.llmagents.agent.Workflow;
import dev.llmagents.team.meetmind.MeetMindTeam;
import dev.llmagents.team.meetmind.Meeting;
import dev.llmagents.team.meetmind.MeetingReport;
import dev.llmagents.team.meetmind.Pricing;
import dev.llmagents.team.meetmind.text.LanguageDetector;
import dev.llmagents.team.meetmind.transcript.Speakers;
import dev.llmagents.team.meetmind.transcript.Transcript;
import dev.llmagents.team.meetmind.transcript.TranscriptReader;
import dev.llmagents.team.meetmind.transcript.TranscriptReading;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Meetings of a series, analysed by the rules alone. */
final class Series {
    private static final MeetMindTeam TEAM =
            new MeetMindTeam(new MeetMindTeam.Settings(8_000, new Unpriced()), () -> 0L);

    private record Unpriced() implements Pricing {
        @Override
        public String model() {
            return "none";
        }

        @Override
        public Optional<BigDecimal> cost(int promptTokens, int completionTokens) {
            return Optional.empty();
        }
    }

    private Series() {}

    /** The transcripts of a folder, by name. */
    static List<MeetingReport> in(Path folder, Map<String, String> aliases) throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file ->
                            file.toString().endsWith(".txt") || file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        List<MeetingReport> reports = new ArrayList<>();
        for (Path file : files) {
            reports.add(report(file.getFileName().toString(), Files.readAllBytes(file), aliases));
        }
        return reports;
    }

    /** Meetings from their texts; the name of each is its day. */
    static List<MeetingReport> of(Map<String, String> textByDay) throws Exception {
        List<MeetingReport> reports = new ArrayList<>();
        for (Map.Entry<String, String> meeting : textByDay.entrySet()) {
            reports.add(
                    report(meeting.getKey() + ".txt", meeting.getValue().getBytes(StandardCharsets.UTF_8), Map.of()));
        }
        return reports;
    }

    private static MeetingReport report(String name, byte[] bytes, Map<String, String> aliases) throws Exception {
        TranscriptReading reading = TranscriptReader.read(name, bytes);
        Transcript transcript = Speakers.unify(reading.transcript(), aliases);
        Meeting meeting = new Meeting(
                transcript,
                new LanguageDetector()
                        .detect(transcript.utterances().stream()
                                .map(Utterance::text)
                                .toList()));
        return TEAM.analyze(
                        new TranscriptReading(transcript, reading.format(), reading.warnings()),
                        meeting,
                        new ModelAccess.Closed("offline"),
                        Runnable::run,
                        Workflow.Listener.NONE)
                .report();
    }

    /**
     * What a reader expects of a series.
     *
     * @param kind {@code item}, {@code link}, {@code reversal}, or {@code may} for a link that is right but not asked for
     */
    record Expected(String kind, List<String> words, String what, int meeting, String quote) {
        boolean fits(String text) {
            String lower = text.toLowerCase(Locale.ROOT);
            return words.stream().allMatch(lower::contains);
        }
    }

    static List<Expected> expected(Path file) throws IOException {
        List<Expected> all = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            boolean link = cells[0].equals("link") || cells[0].equals("may");
            all.add(new Expected(
                    cells[0],
                    List.of(cells[1].split(",", -1)),
                    cells[2],
                    link ? Integer.parseInt(cells[3]) : 0,
                    link ? cells[4] : ""));
        }
        return all;
    }

    static Path resource(String name) throws Exception {
        return Path.of(Optional.ofNullable(Series.class.getResource(name))
                .orElseThrow()
                .toURI());
    }
}
