/**
 * Figures of a series of returns or of an equity curve. Conventions, stated once: simple returns, 252 days a year, sample
 * deviation, a daily risk-free rate of a 252nd of the yearly, quantiles of type 7 (Hyndman and Fan, Sample Quantiles in
 * Statistical Packages, 1996). Start at {@link dev.llmagents.team.felicia.metric.Performance}. Imports nothing of the
 * project.
 */
package dev.llmagents.team.felicia.metric;
