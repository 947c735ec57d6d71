package dev.llmagents.app;

import dev.llmagents.agent.ModelAccess;
import dev.llmagents.app.Health.Finding;
import dev.llmagents.app.Health.Level;
import dev.llmagents.llm.AnswerCheck;
import dev.llmagents.llm.AnswerFormat;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.prompt.Prompt;
import dev.llmagents.prompt.PromptTemplate;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Asks each provider one short question, on the same way as every other call: it is billed, budgeted and logged. */
final class LiveCheck {
    private static final BigDecimal MOST = new BigDecimal("0.05");
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String PROMPT = "common.reach";

    private final Settings settings;
    private final Folders folders;
    private final TimeSource time;
    private final RandomGenerator random;

    LiveCheck(Settings settings, Folders folders, TimeSource time, RandomGenerator random) {
        this.settings = settings;
        this.folders = folders;
        this.time = time;
        this.random = random;
    }

    List<Finding> of(List<String> providers) {
        List<Finding> findings = new ArrayList<>();
        for (String provider : providers) {
            findings.add(ask(provider, findings));
        }
        return findings;
    }

    private Finding ask(String provider, List<Finding> findings) {
        RunOptions options =
                new RunOptions(false, Optional.of(provider), Optional.empty(), false, false, false, Optional.of(MOST));
        try (App app = new App(
                settings,
                folders,
                options,
                time,
                random,
                warning -> findings.add(new Finding("live", Level.NOTE, warning)))) {
            if (!(app.access() instanceof ModelAccess.Open open)) {
                return new Finding("live", Level.NOTE, provider + " cannot be asked with these settings");
            }
            LLMResponse answer = open.service().complete(request(app.runId(), open));
            return new Finding(
                    "live",
                    Level.OK,
                    provider + " answered as " + answer.model() + " in "
                            + answer.latency().toMillis() + " ms");
        } catch (LLMException failure) {
            return new Finding("live", Level.BROKEN, provider + ": " + failure.getMessage());
        }
    }

    private LLMRequest request(String runId, ModelAccess.Open open) {
        Prompt prompt = open.prompts().prompt(PROMPT);
        return new LLMRequest(
                new LLMRequest.Origin(settings.tenant(), "doctor", "doctor.live", runId, "doctor.live"),
                open.targets().apply(prompt.tier()).subList(0, 1),
                PromptTemplate.render(prompt, Map.of()),
                new LLMRequest.Parameters(prompt.temperature(), prompt.maxTokens(), AnswerFormat.TEXT),
                prompt.hash(),
                AnswerCheck.ANY,
                LLMRequest.CachePolicy.OFF,
                TIMEOUT);
    }
}
