/**
 * Files that set ERPNext up for the company of a SIE file: fixtures, tables for its Data Import, and a guide. Nothing
 * here talks to an ERPNext; what could not be tried against one is said in the guide.
 *
 * <p>Start at {@link dev.llmagents.team.svea.erpnext.Bundle}, which writes, and
 * {@link dev.llmagents.team.svea.erpnext.BundleCheck}, which reads the bytes again.
 */
package dev.llmagents.team.svea.erpnext;
