/**
 * The places where models answer. Each provider asks once, maps its own errors to {@link dev.llmagents.llm.ErrorType} and
 * never retries; {@link dev.llmagents.provider.Providers} is the one place that knows them all.
 */
package dev.llmagents.provider;
