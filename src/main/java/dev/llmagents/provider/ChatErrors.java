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

/** The error codes of OpenAI and of the servers that speak its language. */
final class ChatErrors {
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

    private final HttpErrors errors;

    ChatErrors(Optional<String> key) {
        this.errors = new HttpErrors(OpenAiProvider.NAME, "OPENAI_API_KEY", OpenAiProvider.URL_SETTING, key);
    }

    /**
     * @param status HTTP status; 200 if the error came as the body of a success
     * @param error the provider's {@code error} object, or a missing node
     */
    LLMException of(int status, JsonNode error, Optional<Duration> retryAfter, String model) {
        Set<String> codes = codes(error);
        int effective = status == 200 ? statusOfBodyError(error, codes) : status;
        return errors.of(status, codes, meaning(status, codes, error), effective, retryAfter, model);
    }

    private static Optional<ErrorType> meaning(int status, Set<String> codes, JsonNode error) {
        if (!Collections.disjoint(codes, QUOTA)) {
            return Optional.of(ErrorType.QUOTA_EXHAUSTED);
        }
        if (isContextOverflow(status, codes, error)) {
            return Optional.of(ErrorType.CONTEXT_OVERFLOW);
        }
        return Collections.disjoint(codes, CONTENT) ? Optional.empty() : Optional.of(ErrorType.REFUSED);
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
            errors.shown(error.path(field).asText("").toLowerCase(Locale.ROOT)).ifPresent(codes::add);
        }
        return codes;
    }
}
