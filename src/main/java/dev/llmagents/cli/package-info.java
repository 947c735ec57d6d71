/**
 * The command line: one class for each command, one mapping of failures to exit codes and sentences.
 *
 * <p>The result goes to standard output, everything else to standard error.
 */
package dev.llmagents.cli;
