/**
 * One input worked on in several ways, side by side: what each found that the others did not, what it took and cost.
 *
 * <p>Reads the JSON every team command prints, so a team takes part with an entry in {@link
 * dev.llmagents.report.compare.ComparedTeam}.
 */
package dev.llmagents.report.compare;
