/** Runs for people and programs: a list of them, and one in full. */
package dev.llmagents.report.runs;
