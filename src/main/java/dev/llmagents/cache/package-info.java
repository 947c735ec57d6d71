/**
 * Keeps answers of models so that the same question is not paid for twice.
 *
 * <p>{@link dev.llmagents.cache.CacheStep} decides what is looked up and kept; a {@link dev.llmagents.cache.ResponseCache}
 * keeps it. {@link dev.llmagents.cache.SharedCache} is one journal that all processes of a user read and append to.
 */
package dev.llmagents.cache;
