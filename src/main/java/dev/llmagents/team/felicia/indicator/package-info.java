/**
 * Technical indicators on arrays of prices, oldest first; the result has the length of its input and is NaN until the
 * first full window. A value depends on no later bar. Conventions, as most chart programs have them: EMA begins with the
 * simple average of its first window; RSI and ATR are smoothed as by Wilder (New Concepts in Technical Trading Systems,
 * 1978); Bollinger bands use the population deviation. Start at
 * {@link dev.llmagents.team.felicia.indicator.MovingAverage}. Imports nothing of the project.
 */
package dev.llmagents.team.felicia.indicator;
