/** Reports of Agent Svea, one renderer for each format. Start at {@link dev.llmagents.report.svea.ComplianceFormats}. */
package dev.llmagents.report.svea;
