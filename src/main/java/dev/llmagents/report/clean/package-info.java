/**
 * Cleaning of text that came from inputs and models, one class for each kind of output. Such text is hostile until shown
 * otherwise: it may move the cursor of a terminal, end a table, open a link or begin a formula.
 *
 * <p>{@link dev.llmagents.report.clean.PlainText} takes out what nobody can see; the others start from it and add what
 * their output needs. JSON alone keeps every letter.
 */
package dev.llmagents.report.clean;
