/**
 * The team Felicia's Finance: trading plans on paper and drafts of payments, from files of the user's own.
 *
 * <p>Start with {@link dev.llmagents.team.felicia.FeliciaTeam}. Every number comes from code over the mission and its price
 * files; a model chooses among bounded options and writes sentences, and every number in those is looked up in
 * {@link dev.llmagents.team.felicia.Facts}. What the agents know themselves stands in the packages below.
 */
package dev.llmagents.team.felicia;
