package dev.llmagents.bench;

import dev.llmagents.app.SettingsReader;
import dev.llmagents.app.TrialService;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMStep;
import dev.llmagents.llm.Message;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.prompt.PromptLibrary;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole LLM service of local mode with everything on: accounting, masking, cache, budget, breaker and retries, with its
 * files in a folder of its own. Closing removes them.
 */
final class Service implements Caller {
    private static final String FILLER = "and they went on to the next point of the list, ";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final TrialService trial;
    private final LLMRequest sample;

    /**
     * @param url of a server that speaks OpenAI's language; empty for the simulated provider without any pause
     * @param chars of a prompt
     */
    Service(Optional<String> url, int chars) {
        // With a key the server stands for one that bills, so the budget has something to count.
        Map<String, String> environment = url.map(base -> Map.of("OPENAI_BASE_URL", base, "OPENAI_API_KEY", "bench-key"))
                .orElse(Map.of());
        var settings = SettingsReader.read(
                environment,
                Path.of("").toAbsolutePath(),
                new SettingsReader.Options(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                System.err::println);
        this.trial = new TrialService(
                settings,
                new TrialService.Setup(
                        List.of(url.isPresent() ? "openai" : "simulated"),
                        url.map(any -> "gpt-4o-mini"),
                        url.isPresent() ? Optional.empty() : Optional.of("latency 0ms"),
                        new BigDecimal("1000")),
                TimeSource.system(),
                new SecureRandom(),
                System.err::println,
                (call, next) -> next.proceed(call),
                change -> {});
        this.sample = ofLength(
                trial.requests("meetmind.qa", new PromptLibrary(settings.prompts()), TIMEOUT).get(0), chars);
    }

    private static LLMRequest ofLength(LLMRequest request, int chars) {
        List<Message> messages = new ArrayList<>(request.messages());
        Message last = messages.remove(messages.size() - 1);
        int missing = chars - request.promptChars();
        String text = missing <= 0
                ? last.text()
                : last.text() + FILLER.repeat(missing / FILLER.length() + 1).substring(0, missing);
        messages.add(new Message(last.role(), text));
        return request.withMessages(messages);
    }

    /** A question that nobody has asked before if {@code mark} is new. */
    LLMRequest request(String mark) {
        List<Message> messages = new ArrayList<>(sample.messages());
        Message last = messages.remove(messages.size() - 1);
        messages.add(new Message(last.role(), last.text() + "\n(" + mark + ")"));
        return sample.withMessages(messages);
    }

    /** Characters of the prompts it sends: what the others are to send, too. */
    @Override
    public List<String[]> messages(String mark) {
        return request(mark).messages().stream()
                .map(message -> new String[] {message.role().label(), message.text()})
                .toList();
    }

    @Override
    public void ask(String mark) {
        if (trial.service().complete(request(mark)).content().isEmpty()) {
            throw new IllegalStateException("no answer");
        }
    }

    @Override
    public void close() {
        trial.close();
    }
}
