/**
 * The interactive mode: reads lines from a terminal or a pipe and runs each as a command line, a command of the session, or a
 * question about the last report. Start at {@link dev.llmagents.cli.repl.Repl}. Nothing of it is loaded by other commands but
 * {@link dev.llmagents.cli.repl.Onlooker}. Only the classes with {@code Terminal} in their name and those they are handed
 * to touch the terminal library.
 */
package dev.llmagents.cli.repl;
