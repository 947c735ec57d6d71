/** Findings that somebody has accepted, so that a check fails on new ones only. */
package dev.llmagents.team.svea.baseline;
