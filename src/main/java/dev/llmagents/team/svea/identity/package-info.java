/**
 * Numbers of people, companies and accounts that a document claims to hold, judged by form and check digit. Start at
 * {@link dev.llmagents.team.svea.identity.IdentifierChecks}.
 */
package dev.llmagents.team.svea.identity;
