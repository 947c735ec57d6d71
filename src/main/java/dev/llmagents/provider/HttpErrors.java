package dev.llmagents.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Maps an HTTP answer that is no completion to an {@link LLMException}.
 *
 * <p>The messages name the provider's error code but never its free text: providers quote keys and prompts in it.
 */
final class HttpErrors {
    private static final int LONGEST_CODE = 60;
    private static final Pattern NAME = Pattern.compile("[a-z0-9_.-]+");

    private static final Set<String> QUOTA = Set.of(
            "insufficient_quota",
            "quota_exceeded",
            "billing_hard_limit_reached",
            "billing_not_active",
            "insufficient_balance",
            "insufficient_credits");
    private static final Set<String> CONTEXT =
            Set.of("context_length_exceeded", "string_above_max_length", "exceed_context_size_error");
    private static final Set<String> CONTENT =
            Set.of("content_filter", "content_policy_violation", "contentfilter", "moderation_blocked");
    private static final Map<String, Integer> STATUS_OF_CODE = Map.ofEntries(
            Map.entry("rate_limit_exceeded", 429),
            Map.entry("rate_limit_error", 429),
            Map.entry("too_many_requests", 429),
            Map.entry("invalid_api_key", 401),
            Map.entry("authentication_error", 401),
            Map.entry("permission_error", 403),
            Map.entry("permission_denied", 403),
            Map.entry("invalid_request_error", 400),
            Map.entry("model_not_found", 404),
            Map.entry("not_found_error", 404),
            Map.entry("timeout", 504));

    private final String providerName;
    private final String keySetting;
    private final String urlSetting;
    private final Optional<String> secret;

    /**
     * @param providerName for messages, for instance {@code OpenAI}
     * @param keySetting the setting that holds the key, for instance {@code OPENAI_API_KEY}
     * @param urlSetting the setting that holds the address
     * @param secret the key itself, which no message may hold even if a server sends it back
     */
    HttpErrors(String providerName, String keySetting, String urlSetting, Optional<String> secret) {
        this.providerName = providerName;
        this.keySetting = keySetting;
        this.urlSetting = urlSetting;
        this.secret = secret.map(key -> key.toLowerCase(Locale.ROOT));
    }

    /**
     * @param status HTTP status; 200 if the error came as the body of a success
     * @param error the provider's {@code error} object, or a missing node
     */
    LLMException of(int status, JsonNode error, Optional<Duration> retryAfter, String model) {
        Set<String> codes = codes(error);
        String shown = codes.isEmpty() ? "HTTP " + status : "HTTP " + status + ", " + String.join(" ", codes);
        if (status == 402 || !Collections.disjoint(codes, QUOTA)) {
            return failed(
                    ErrorType.QUOTA_EXHAUSTED,
                    "has no quota left for this key (" + shown + "): check its billing page");
        }
        if (status == 413 || isContextOverflow(status, codes, error)) {
            return failed(ErrorType.CONTEXT_OVERFLOW, "says the prompt is too long for " + model + " (" + shown + ")");
        }
        if (!Collections.disjoint(codes, CONTENT)) {
            return failed(ErrorType.REFUSED, "declined the request for reasons of content (" + shown + ")");
        }
        int effective = status == 200 ? statusOfBodyError(error, codes) : status;
        return switch (effective) {
            case 401, 403 -> failed(ErrorType.AUTH, "refused the key (" + shown + "): check " + keySetting);
            case 404 ->
                failed(
                        ErrorType.BAD_REQUEST,
                        "does not know the model " + model + " or the address (" + shown + "): check --model and "
                                + urlSetting);
            case 408, 504 -> failed(ErrorType.TIMEOUT, "took too long (" + shown + ")");
            case 429 ->
                new LLMException.RateLimited(
                        providerName + " wants fewer requests for now (" + shown + ").", retryAfter);
            default -> byClass(effective, shown, retryAfter);
        };
    }

    private LLMException byClass(int status, String shown, Optional<Duration> retryAfter) {
        if (status >= 300 && status < 400) {
            return failed(ErrorType.BAD_REQUEST, "answered with a redirect (" + shown + "): check " + urlSetting);
        }
        if (status >= 400 && status < 500 && status != 409 && status != 425) {
            return failed(ErrorType.BAD_REQUEST, "rejected the request (" + shown + ")");
        }
        if (retryAfter.isPresent()) {
            return new LLMException.RateLimited(
                    providerName + " is not able to answer for now (" + shown + ").", retryAfter);
        }
        return failed(ErrorType.OUTAGE, "has a problem of its own (" + shown + ")");
    }

    private LLMException failed(ErrorType type, String what) {
        return new LLMException.Failed(type, providerName + " " + what + ".");
    }

    private static boolean isContextOverflow(int status, Set<String> codes, JsonNode error) {
        // Servers that give no code of their own say it in words; a rate limit on tokens uses similar ones.
        return !Collections.disjoint(codes, CONTEXT)
                || (status != 429
                        && error.path("message")
                                .asText("")
                                .toLowerCase(Locale.ROOT)
                                .contains("maximum context length"));
    }

    /** Servers between us and the provider like to send errors as 200: the code is all there is to go by. */
    private static int statusOfBodyError(JsonNode error, Set<String> codes) {
        int number = error.path("code").asInt(0);
        if (number >= 400 && number < 600) {
            return number;
        }
        for (String code : codes) {
            Integer status = STATUS_OF_CODE.get(code);
            if (status != null) {
                return status;
            }
        }
        return 500;
    }

    /** The provider's code and type as far as they look like names. */
    private Set<String> codes(JsonNode error) {
        Set<String> codes = new LinkedHashSet<>();
        for (String field : new String[] {"code", "type"}) {
            String value = error.path(field).asText("").toLowerCase(Locale.ROOT);
            boolean holdsSecret = secret.filter(value::contains).isPresent();
            if (value.length() <= LONGEST_CODE
                    && !holdsSecret
                    && NAME.matcher(value).matches()) {
                codes.add(value);
            }
        }
        return codes;
    }
}
