/**
 * Reports as people and programs want them: one renderer for each format, and the cleaning of text that came from inputs
 * and models before it reaches a terminal, a page or a spreadsheet.
 */
package dev.llmagents.report;
