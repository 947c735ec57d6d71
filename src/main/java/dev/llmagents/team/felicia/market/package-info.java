/**
 * Prices: files of daily bars read by column name, judged by the data gate, and lined up on one calendar. Everything a
 * plan or a backtest knows of the world comes from here, so what happened after the as-of day is cut here, once, and
 * reported. Start at {@link dev.llmagents.team.felicia.market.MarketData#load}; the gate's codes are in
 * {@link dev.llmagents.team.felicia.market.DefectCode}. Imports no other package of the team.
 */
package dev.llmagents.team.felicia.market;
