/** What model calls cost: prices, one log line for each attempt, and the sums. */
package dev.llmagents.usage;
