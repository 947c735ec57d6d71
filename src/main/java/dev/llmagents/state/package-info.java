/**
 * What processes of one machine share beside the cache and the usage log: money reserved and spent, turns under rate
 * limits, and which providers are left alone. Start with {@link dev.llmagents.state.SharedState}.
 */
package dev.llmagents.state;
