package dev.llmagents.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Maps an HTTP answer that is no completion to an {@link LLMException}.
 *
 * <p>The messages name the provider's error code but never its free text: providers quote keys and prompts in it.
 */
final class HttpErrors {
    private static final int LONGEST_CODE = 60;

    private final String providerName;
    private final String keySetting;
    private final String urlSetting;

    /**
     * @param providerName for messages, for instance {@code OpenAI}
     * @param keySetting the setting that holds the key, for instance {@code OPENAI_API_KEY}
     * @param urlSetting the setting that holds the address
     */
    HttpErrors(String providerName, String keySetting, String urlSetting) {
        this.providerName = providerName;
        this.keySetting = keySetting;
        this.urlSetting = urlSetting;
    }

    /**
     * @param status HTTP status; 200 if the error came as the body of a success
     * @param error the provider's {@code error} object, or a missing node
     */
    LLMException of(int status, JsonNode error, Optional<Duration> retryAfter, String model) {
        String code = code(error);
        String shown = code.isEmpty() ? "HTTP " + status : "HTTP " + status + ", " + code;
        if (isQuota(code)) {
            return failed(
                    ErrorType.QUOTA_EXHAUSTED,
                    "has no quota left for this key (" + shown + "): check its billing page");
        }
        if (isContextOverflow(code, error)) {
            return failed(ErrorType.CONTEXT_OVERFLOW, "says the prompt is too long for " + model + " (" + shown + ")");
        }
        if (code.contains("content_filter") || code.contains("content_policy")) {
            return failed(ErrorType.REFUSED, "declined the request for reasons of content (" + shown + ")");
        }
        int effective = status == 200 ? statusOfBodyError(error, code) : status;
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

    private static boolean isQuota(String code) {
        return code.contains("insufficient_quota") || code.contains("billing") || code.contains("quota_exceeded");
    }

    private static boolean isContextOverflow(String code, JsonNode error) {
        String message = error.path("message").asText("").toLowerCase(Locale.ROOT);
        return code.contains("context_length") || message.contains("maximum context length");
    }

    /** Servers between us and the provider like to send errors as 200: the code is all there is to go by. */
    private static int statusOfBodyError(JsonNode error, String code) {
        JsonNode number = error.path("code");
        if (number.isInt() && number.asInt() >= 400 && number.asInt() < 600) {
            return number.asInt();
        }
        if (code.contains("rate_limit")) {
            return 429;
        }
        if (code.contains("api_key") || code.contains("authentication") || code.contains("permission")) {
            return 401;
        }
        if (code.contains("invalid_request") || code.contains("model_not_found")) {
            return 400;
        }
        return 500;
    }

    /** The provider's code and type as far as they look like names. */
    private static String code(JsonNode error) {
        StringBuilder shown = new StringBuilder();
        for (String field : new String[] {"code", "type"}) {
            String value = error.path(field).asText("").toLowerCase(Locale.ROOT);
            if (!value.isEmpty() && value.length() <= LONGEST_CODE && value.matches("[a-z0-9_.-]+")) {
                shown.append(shown.isEmpty() ? "" : " ").append(value);
            }
        }
        return shown.toString();
    }

    /**
     * The pause a provider asks for, in any of the forms in use: milliseconds in a header of their own, seconds (also with
     * a fraction), or an HTTP date. Empty if there is none or it makes no sense.
     */
    static Optional<Duration> retryAfter(
            Optional<String> milliseconds, Optional<String> retryAfter, Optional<Instant> httpDate, Instant now) {
        Optional<Duration> precise = milliseconds.flatMap(text -> duration(text, 1));
        if (precise.isPresent()) {
            return precise;
        }
        Optional<Duration> seconds = retryAfter.flatMap(text -> duration(text, 1000));
        if (seconds.isPresent()) {
            return seconds;
        }
        return httpDate.map(date -> Duration.between(now, date)).map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Optional<Duration> duration(String text, int millisPerUnit) {
        try {
            double millis = Double.parseDouble(text.strip()) * millisPerUnit;
            boolean sensible = millis >= 0 && millis < Long.MAX_VALUE / 2.0;
            return sensible ? Optional.of(Duration.ofMillis((long) millis)) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
