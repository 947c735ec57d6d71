/**
 * Load on the LLM service: requests at a fixed rate or by so many callers at once, and what became of them. Start at {@link
 * dev.llmagents.load.LoadTest}.
 */
package dev.llmagents.load;
