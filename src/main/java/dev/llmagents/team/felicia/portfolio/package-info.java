/**
 * Weights: how much of the money each symbol gets. Every method is a pure function of the returns up to one day; the
 * quadratic programmes are solved by ojAlgo and polished to the last digits, so that shares do not hang on a solver's
 * tolerance. Start at {@link dev.llmagents.team.felicia.portfolio.Allocator}.
 * Imports {@code market}, {@code indicator} and {@code metric}.
 */
package dev.llmagents.team.felicia.portfolio;
