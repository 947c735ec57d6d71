/**
 * A provider that asks nobody: for load tests and demonstrations. What it does is written in a line,
 * {@link dev.llmagents.provider.simulated.Simulation}, and is the same each time.
 */
package dev.llmagents.provider.simulated;
