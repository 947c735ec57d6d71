/**
 * The mission: what somebody wants done with money, read from a file that the person wrote. Every number the team works
 * with comes from here or from the price files named here, so the reader is strict: a misspelt key that were ignored would
 * silently mean another limit.
 *
 * <p>Start with {@link dev.llmagents.team.felicia.mission.Missions}. Which keys there are stands in
 * {@code mission-keys.tsv} among the resources and nowhere else.
 */
package dev.llmagents.team.felicia.mission;
