/**
 * What the program tells shells and {@code man} of its own commands. Everything here is derived from the model of the command
 * line, so that it cannot fall behind it; start at {@link dev.llmagents.cli.shell.ShellCommand}.
 *
 * <p>The scripts are written here and not by the command line's library: its script for bash offers no files for operands,
 * spells choices in capitals, knows no descriptions, and there is none for fish.
 */
package dev.llmagents.cli.shell;
