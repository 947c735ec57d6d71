package dev.llmagents.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The exceptions of Bedrock and of the checks before it.
 *
 * <p>Source: Amazon Bedrock API reference, "Converse", section "Errors", and "Common errors".
 */
final class BedrockErrors {
    private static final Map<String, ErrorType> MEANINGS = Map.ofEntries(
            Map.entry("throttlingexception", ErrorType.RATE_LIMITED),
            Map.entry("toomanyrequestsexception", ErrorType.RATE_LIMITED),
            Map.entry("servicequotaexceededexception", ErrorType.QUOTA_EXHAUSTED),
            Map.entry("modeltimeoutexception", ErrorType.TIMEOUT),
            Map.entry("modelnotreadyexception", ErrorType.OUTAGE),
            Map.entry("serviceunavailableexception", ErrorType.OUTAGE),
            Map.entry("internalserverexception", ErrorType.OUTAGE),
            Map.entry("internalfailure", ErrorType.OUTAGE),
            Map.entry("modelerrorexception", ErrorType.OUTAGE),
            Map.entry("modelstreamerrorexception", ErrorType.OUTAGE),
            Map.entry("validationexception", ErrorType.BAD_REQUEST),
            Map.entry("resourcenotfoundexception", ErrorType.BAD_REQUEST),
            Map.entry("accessdeniedexception", ErrorType.AUTH),
            Map.entry("accessdenied", ErrorType.AUTH),
            Map.entry("expiredtokenexception", ErrorType.AUTH),
            Map.entry("expiredtoken", ErrorType.AUTH),
            Map.entry("unrecognizedclientexception", ErrorType.AUTH),
            Map.entry("invalidclienttokenid", ErrorType.AUTH),
            Map.entry("invalidsignatureexception", ErrorType.AUTH),
            Map.entry("incompletesignature", ErrorType.AUTH),
            Map.entry("missingauthenticationtoken", ErrorType.AUTH),
            Map.entry("missingauthenticationtokenexception", ErrorType.AUTH),
            Map.entry("optinrequired", ErrorType.AUTH));
    /** Bedrock has no code for it; each maker's models say it in words of their own. */
    private static final List<String> TOO_LONG = List.of(
            "too long",
            "too many input tokens",
            "input tokens exceed",
            "number of input tokens exceeds",
            "maximum context length",
            "exceeds the maximum number of tokens",
            "exceed context limit");

    private final HttpErrors errors;
    private final Optional<String> second;

    /**
     * @param bearerToken no message may hold it
     * @param secretKey nor this
     */
    BedrockErrors(Optional<String> bearerToken, Optional<String> secretKey) {
        this.errors = new HttpErrors(
                BedrockProvider.NAME,
                bearerToken.isPresent() ? BedrockProvider.TOKEN_SETTING : BedrockProvider.KEY_SETTING,
                BedrockProvider.URL_SETTING,
                bearerToken);
        this.second = secretKey.map(key -> key.toLowerCase(Locale.ROOT));
    }

    /**
     * @param status HTTP status; 200 if the error came in a stream
     * @param type the exception's name from a header; empty if the body has to tell it
     */
    LLMException of(int status, String type, JsonNode error, Optional<Duration> retryAfter, String model) {
        String name = plain(
                type.isEmpty() ? error.path("__type").asText(error.path("code").asText("")) : type);
        String lower = name.toLowerCase(Locale.ROOT);
        List<String> codes = errors.shown(name)
                .filter(shown -> second.filter(lower::contains).isEmpty())
                .map(List::of)
                .orElse(List.of());
        String message =
                error.path("message").asText(error.path("Message").asText("")).toLowerCase(Locale.ROOT);
        Optional<ErrorType> meaning = Optional.ofNullable(MEANINGS.get(lower)).map(known -> refined(known, message));
        int effective = status == 200 ? 500 : status;
        if (meaning.equals(Optional.of(ErrorType.BAD_REQUEST)) && message.contains("on-demand throughput")) {
            return new LLMException.Failed(
                    ErrorType.BAD_REQUEST,
                    "Bedrock answers for this model by an inference profile only: put the geography before its id, as in"
                            + " eu.anthropic.claude-….");
        }
        return errors.of(status, codes, meaning, effective, retryAfter, model);
    }

    private static ErrorType refined(ErrorType type, String message) {
        if (type == ErrorType.BAD_REQUEST && TOO_LONG.stream().anyMatch(message::contains)) {
            return ErrorType.CONTEXT_OVERFLOW;
        }
        if (type == ErrorType.RATE_LIMITED && message.contains("per day")) {
            return ErrorType.QUOTA_EXHAUSTED;
        }
        return type;
    }

    /** The name alone: a namespace may stand before it and an address behind. */
    private static String plain(String type) {
        String name = type.substring(type.indexOf('#') + 1);
        int colon = name.indexOf(':');
        return (colon < 0 ? name : name.substring(0, colon)).strip();
    }
}
