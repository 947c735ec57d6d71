/**
 * References to law in texts: found, brought to one form, and compared with what the rule catalogue rests on. Start at
 * {@link dev.llmagents.team.svea.law.KnownLaw}.
 */
package dev.llmagents.team.svea.law;
