package dev.llmagents.provider;

import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns an HTTP answer that is no completion into an {@link LLMException}: by what the provider's code means, and where it
 * says nothing by the status.
 *
 * <p>The messages name the provider's error code but never its free text: providers quote keys and prompts in it.
 */
final class HttpErrors {
    private static final int LONGEST_CODE = 60;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");
    /** How the keys of providers begin: one that was set for the wrong provider is not this provider's secret, and still one. */
    private static final Pattern KEY =
            Pattern.compile("(sk-|AIza|AKIA|ASIA|ABSK|gh[pousr]_|xox[a-z]-).*", Pattern.CASE_INSENSITIVE);

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

    /** {@code code} if it looks like one and may be shown. */
    Optional<String> shown(String code) {
        boolean holdsSecret =
                secret.filter(code.toLowerCase(Locale.ROOT)::contains).isPresent();
        boolean isName = code.length() <= LONGEST_CODE && NAME.matcher(code).matches();
        boolean looksLikeKey = KEY.matcher(code).matches();
        return isName && !holdsSecret && !looksLikeKey ? Optional.of(code) : Optional.empty();
    }

    /**
     * @param status HTTP status; 200 if the error came as the body of a success
     * @param codes the provider's codes, as {@link #shown} let them pass
     * @param meaning what the codes mean; empty if the status has to do
     * @param effective the status that counts, where it is not the one of the response
     */
    LLMException of(
            int status,
            Collection<String> codes,
            Optional<ErrorType> meaning,
            int effective,
            Optional<Duration> retryAfter,
            String model) {
        String shown = codes.isEmpty() ? "HTTP " + status : "HTTP " + status + ", " + String.join(" ", codes);
        ErrorType type = meaning.orElseGet(() -> ofStatus(effective, retryAfter));
        String sentence = providerName + " " + what(type, effective, model).replace("%", shown) + ".";
        if (type == ErrorType.RATE_LIMITED) {
            return new LLMException.RateLimited(sentence, retryAfter);
        }
        return type == ErrorType.OUTAGE && !declined(effective)
                ? new LLMException.Unanswered(type, sentence, true, null)
                : new LLMException.Failed(type, sentence);
    }

    /** Too busy to begin with the work; what failed in another way may have failed after it, or in a gateway on the way back. */
    private static boolean declined(int status) {
        return status < 500 || status == 503 || status == 529;
    }

    private String what(ErrorType type, int status, String model) {
        return switch (type) {
            case QUOTA_EXHAUSTED -> "has no quota left for this key (%): check its billing page";
            case CONTEXT_OVERFLOW -> "says the prompt is too long for " + shortened(model) + " (%)";
            case REFUSED -> "declined the request for reasons of content (%)";
            case AUTH -> "refused the key (%): check " + keySetting;
            case TIMEOUT -> "took too long (%)";
            case RATE_LIMITED ->
                status < 500 ? "wants fewer requests for now (%)" : "is not able to answer for now (%)";
            case BAD_REQUEST -> rejected(status, model);
            case OUTAGE, CUT_STREAM, INVALID_OUTPUT, CANCELLED, UNAVAILABLE, BUDGET, THROTTLED, INTERNAL ->
                "has a problem of its own (%)";
        };
    }

    private String rejected(int status, String model) {
        if (status == 404) {
            return "does not know the model " + shortened(model) + " or the address (%): check --model and "
                    + urlSetting;
        }
        if (status >= 300 && status < 400) {
            return "answered with a redirect (%): check " + urlSetting;
        }
        return "rejected the request (%)";
    }

    /** Names of models can be as long as a line; an error stays one sentence that can be read. */
    private static String shortened(String model) {
        String plain = model.replace('%', '_');
        return plain.length() <= LONGEST_CODE ? plain : "…" + plain.substring(plain.length() - LONGEST_CODE);
    }

    private static ErrorType ofStatus(int status, Optional<Duration> retryAfter) {
        return switch (status) {
            case 401, 403 -> ErrorType.AUTH;
            case 402 -> ErrorType.QUOTA_EXHAUSTED;
            case 408, 504 -> ErrorType.TIMEOUT;
            case 413 -> ErrorType.CONTEXT_OVERFLOW;
            case 429 -> ErrorType.RATE_LIMITED;
            default -> ofClass(status, retryAfter);
        };
    }

    private static ErrorType ofClass(int status, Optional<Duration> retryAfter) {
        boolean conflictOrTooEarly = status == 409 || status == 425;
        if (status >= 300 && status < 500 && !conflictOrTooEarly) {
            return ErrorType.BAD_REQUEST;
        }
        // A busy server that names a pause is one that limits the rate.
        return retryAfter.isPresent() ? ErrorType.RATE_LIMITED : ErrorType.OUTAGE;
    }
}
