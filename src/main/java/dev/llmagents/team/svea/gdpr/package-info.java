/**
 * Data protection: registers of processing (GDPR art. 30), data processing agreements (art. 28), privacy notices (art.
 * 12-14), routines for breaches (art. 33-34), and personal data found in a file. Word lists stand in resource files. Start
 * at {@link dev.llmagents.team.svea.gdpr.RegisterChecks} and {@link dev.llmagents.team.svea.gdpr.PrivacyTextChecks}.
 */
package dev.llmagents.team.svea.gdpr;
