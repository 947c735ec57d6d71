package dev.llmagents.bench;

import dev.llmagents.cache.CacheKey;
import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.json.ModelJson;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.privacy.PiiMasker;
import dev.llmagents.team.meetmind.transcript.TranscriptReader;
import dev.llmagents.team.meetmind.transcript.TranscriptReading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Parts of a call by themselves. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PartsBenchmark {
    private static final List<String> NAMES = List.of("Anna Berg", "Lars Holm", "Nordic Widgets AB");
    private static final String TURN = "Anna Berg: Ring mig på 070-123 45 67 eller skriv till anna.berg@example.com."
            + " Lars fakturerar 12 500 kr den 2026-03-02, och Nordic Widgets svarar före fredag.\n";

    private LLMRequest request;
    private String prompt;
    private String answer;
    private byte[] transcript;

    @Setup
    public void make() {
        try (Service service = new Service(Optional.empty(), 1_500)) {
            request = service.request("some question");
        }
        prompt = TURN.repeat(1_500 / TURN.length());
        transcript = TURN.repeat(200).getBytes(StandardCharsets.UTF_8);
        answer = "Here is the result:\n```JSON\n{\"issues\": ["
                + "{\"title\": \"a\nline break\", \"severity\": \"high\", \"quote\": \"they said so\"},".repeat(10)
                + "{\"title\": \"last\"}]}\n```\nI hope this helps.";
    }

    @Benchmark
    public CacheKey key() {
        return CacheKey.of(request);
    }

    @Benchmark
    public String masking() {
        return new PiiMasker(NAMES).mask(prompt);
    }

    /** An answer in a fence, with raw line ends in its strings. */
    @Benchmark
    public Optional<ModelJson.Found> repair() {
        return ModelJson.objectIn(answer);
    }

    /** A meeting of 200 turns, about 5,000 words. */
    @Benchmark
    public TranscriptReading parser() throws UnreadableInputException {
        return TranscriptReader.read("meeting.txt", transcript);
    }
}
