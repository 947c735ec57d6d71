package dev.llmagents.llm;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/**
 * What the model calls of a stretch of time came to.
 *
 * @param requests calls, those out of the cache included
 * @param cached calls answered out of the cache
 * @param failed calls without an answer
 * @param attempts tries that reached a provider
 * @param tokens billed tokens
 * @param costUsd known costs
 * @param unpricedAttempts attempts whose price is unknown and which {@code costUsd} therefore lacks
 * @param savedUsd what the cache saved, at the prices of the original calls
 * @param latencyP50 median time of a call that was answered by a provider; zero without any
 * @param costByProvider known costs by provider
 */
public record LLMUsageStats(
        long requests,
        long cached,
        long failed,
        long attempts,
        TokenUsage tokens,
        BigDecimal costUsd,
        long unpricedAttempts,
        BigDecimal savedUsd,
        Duration latencyP50,
        Duration latencyP95,
        Duration latencyP99,
        Map<String, BigDecimal> costByProvider) {}
