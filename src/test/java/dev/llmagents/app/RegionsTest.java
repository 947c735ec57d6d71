package dev.llmagents.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.llmagents.llm.ModelTarget;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {
    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    private String region(String provider, String model, String awsRegion) {
        environment.put("LLM_AGENTS_HOME", folder.toString());
        Settings settings = SettingsReader.read(
                environment,
                folder,
                new SettingsReader.Options(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                warning -> {});
        return new Regions(settings, () -> Optional.ofNullable(awsRegion)).of(new ModelTarget(provider, model));
    }

    @ParameterizedTest
    @CsvSource({
        "eu-north-1, eu.anthropic.claude-x, eu, true",
        "eu-north-1, amazon.nova-lite-v1:0, eu-north-1, true",
        "eu-north-1, global.anthropic.claude-x, global, false",
        "us-east-1, us.anthropic.claude-x, us, false",
        "us-east-1, amazon.nova-lite-v1:0, us-east-1, false",
        "us-east-1, eu.anthropic.claude-x, us-east-1, false",
        "eu-west-2, amazon.nova-lite-v1:0, eu-west-2, false",
        "eu-central-2, amazon.nova-lite-v1:0, eu-central-2, false",
        "eu-central-1, amazon.nova-lite-v1:0, eu-central-1, true",
        "us-east-1, arn:aws:bedrock:eu-north-1:1:inference-profile/eu.amazon.nova-pro-v1:0, eu, true",
        "eu-north-1, arn:aws:bedrock:us-east-1:1:inference-profile/us.amazon.nova-pro-v1:0, us, false",
        "eu-north-1, arn:aws:bedrock:eu-north-1::foundation-model/amazon.nova-pro-v1:0, eu-north-1, true",
        "eu-north-1, arn:aws:bedrock:eu-north-1:1:application-inference-profile/abc, unknown, false",
        "eu-north-1, arn:aws, unknown, false",
        ", amazon.nova-pro-v1:0, unknown, false"
    })
    void a_model_of_bedrock_answers_from_its_geography_or_the_region_that_is_asked(
            String awsRegion, String model, String region, boolean inEu) {
        assertEquals(region, region("bedrock", model, awsRegion));
        assertEquals(inEu, Regions.isInEu(region));
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI_BASE_URL, , openai, us",
        "OPENAI_BASE_URL, https://eu.api.openai.com/v1, openai, eu",
        "OPENAI_BASE_URL, https://gateway.example/v1, openai, unknown",
        "OPENAI_BASE_URL, http://127.0.0.1:1/v1, openai, local",
        "GEMINI_BASE_URL, , gemini, global",
        "GEMINI_BASE_URL, https://gateway.example, gemini, unknown",
        "GEMINI_BASE_URL, http://localhost:1, gemini, local",
        "AWS_ENDPOINT_URL, http://localhost:1, bedrock, local",
        "AWS_ENDPOINT_URL_BEDROCK_RUNTIME, https://gateway.example, bedrock, unknown",
        "AWS_ENDPOINT_URL, https://x.bedrock-runtime.eu-north-1.vpce.amazonaws.com, bedrock, eu-north-1",
        "AWS_REGION, eu-north-1, simulated, local",
        "AWS_REGION, eu-north-1, elsewhere, unknown"
    })
    void a_server_elsewhere_may_be_anywhere(String variable, String url, String provider, String region) {
        if (url != null) {
            environment.put(variable, url);
        }
        assertEquals(region, region(provider, "m", "eu-north-1"));
    }

    @Test
    void what_a_team_is_bound_to_counts_before_what_all_are() {
        Residency residency = new Residency(true, Map.of("felicia", false));
        assertEquals(Optional.empty(), residency.refusal("meetmind", "eu-north-1"));
        assertEquals(
                "residency is eu, and it answers from the region 'us'",
                residency.refusal("meetmind", "us").orElseThrow());
        assertEquals(Optional.empty(), residency.refusal("felicia", "us"));
        assertEquals(Optional.empty(), Residency.ANYWHERE.refusal("meetmind", "unknown"));
        assertEquals(
                true,
                new Residency(false, Map.of("svea", true))
                        .refusal("svea", "global")
                        .isPresent());
    }
}
