/**
 * What the strategy would have done: signals at the close, fills at the next open, with costs, and the tests that tell
 * whether the result may be believed (look-ahead, history dependence, doubled costs, folds, benchmark). Start at
 * {@link dev.llmagents.team.felicia.backtest.Backtest#run}. Imports every other package of numbers of this team.
 */
package dev.llmagents.team.felicia.backtest;
