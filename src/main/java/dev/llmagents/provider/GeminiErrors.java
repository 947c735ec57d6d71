package dev.llmagents.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.TimeSource;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Google's errors: a status by name, and details of which some tell the pause and the kind of quota.
 *
 * <p>Source: Google Cloud API design guide, "Errors" ({@code google.rpc.Status}, {@code RetryInfo}, {@code QuotaFailure}).
 */
final class GeminiErrors {
    private static final Map<String, Integer> HTTP_STATUS = Map.ofEntries(
            Map.entry("RESOURCE_EXHAUSTED", 429),
            Map.entry("UNAUTHENTICATED", 401),
            Map.entry("PERMISSION_DENIED", 403),
            Map.entry("INVALID_ARGUMENT", 400),
            Map.entry("FAILED_PRECONDITION", 400),
            Map.entry("OUT_OF_RANGE", 400),
            Map.entry("NOT_FOUND", 404),
            Map.entry("ABORTED", 409),
            Map.entry("INTERNAL", 500),
            Map.entry("UNKNOWN", 500),
            Map.entry("DATA_LOSS", 500),
            Map.entry("UNIMPLEMENTED", 501),
            Map.entry("UNAVAILABLE", 503),
            Map.entry("DEADLINE_EXCEEDED", 504));
    /** Reasons in the details by which a key is of no use, whatever the status says. */
    private static final Set<String> KEY_REASONS = Set.of(
            "API_KEY_INVALID",
            "API_KEY_SERVICE_BLOCKED",
            "API_KEY_HTTP_REFERRER_BLOCKED",
            "API_KEY_IP_ADDRESS_BLOCKED",
            "SERVICE_DISABLED",
            "CONSUMER_INVALID",
            "CONSUMER_SUSPENDED");

    private final HttpErrors errors;
    private final TimeSource time;

    GeminiErrors(String key, TimeSource time) {
        this.errors = new HttpErrors(
                GeminiProvider.NAME, GeminiProvider.KEY_SETTING, GeminiProvider.URL_SETTING, Optional.of(key));
        this.time = time;
    }

    /**
     * @param status HTTP status; 200 if the error came as the body of a success or in a stream
     * @param error the {@code error} object, or a missing node
     * @param header the pause the response's headers ask for
     */
    LLMException of(int status, JsonNode error, Optional<Duration> header, String model) {
        String name = error.path("status").asText("").toUpperCase(Locale.ROOT);
        Set<String> codes = new LinkedHashSet<>();
        errors.shown(name).filter(shown -> !shown.isEmpty()).ifPresent(codes::add);
        String reason = detail(error, "ErrorInfo").path("reason").asText("");
        errors.shown(reason).ifPresent(codes::add);
        int effective = status == 200 ? effective(error, name) : status;
        return errors.of(
                status,
                codes,
                meaning(effective, name, reason, error),
                effective,
                pause(error).or(() -> header),
                model);
    }

    private static Optional<ErrorType> meaning(int status, String name, String reason, JsonNode error) {
        String message = error.path("message").asText("").toLowerCase(Locale.ROOT);
        if (KEY_REASONS.contains(reason)
                || message.contains("api key not valid")
                || message.contains("api key expired")) {
            return Optional.of(ErrorType.AUTH);
        }
        if (reason.equals("BILLING_DISABLED") || (status == 429 && isUsedUp(detail(error, "QuotaFailure")))) {
            return Optional.of(ErrorType.QUOTA_EXHAUSTED);
        }
        boolean tooLong = status == 400 && message.contains("token count") && message.contains("exceed");
        if (tooLong) {
            return Optional.of(ErrorType.CONTEXT_OVERFLOW);
        }
        // The name says more than the status of a gateway in between.
        return name.equals("RESOURCE_EXHAUSTED") ? Optional.of(ErrorType.RATE_LIMITED) : Optional.empty();
    }

    /** Whether the quota is one for a day, or is none at all: no pause within a run helps. */
    private static boolean isUsedUp(JsonNode failure) {
        for (JsonNode violation : failure.path("violations")) {
            String quota = violation.path("quotaId").asText("");
            if (quota.contains("PerDay")
                    || violation.path("quotaValue").asText("").equals("0")) {
                return true;
            }
        }
        return false;
    }

    /** The pause of a {@code RetryInfo}: seconds with an {@code s} behind, also with a fraction. */
    private Optional<Duration> pause(JsonNode error) {
        String delay = detail(error, "RetryInfo").path("retryDelay").asText("");
        Optional<String> seconds =
                delay.endsWith("s") ? Optional.of(delay.substring(0, delay.length() - 1)) : Optional.empty();
        return RetryAfter.of(Optional.empty(), seconds, Optional.empty(), time.now());
    }

    private static JsonNode detail(JsonNode error, String type) {
        for (JsonNode detail : error.path("details")) {
            if (detail.path("@type").asText("").endsWith("." + type)) {
                return detail;
            }
        }
        return error.path("no such detail");
    }

    private static int effective(JsonNode error, String name) {
        int code = error.path("code").asInt(0);
        return code >= 400 && code < 600 ? code : HTTP_STATUS.getOrDefault(name, 500);
    }
}
