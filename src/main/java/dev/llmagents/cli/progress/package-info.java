/**
 * What is told of a run while it is on its way: a tree that is redrawn in place for people, lines of JSON for programs.
 *
 * <p>Start at {@link dev.llmagents.cli.progress.RunBoard}, which knows how far the agents are, and
 * {@link dev.llmagents.cli.progress.BoardPainter}, which shows it; {@link dev.llmagents.cli.progress.RunEvents} writes events.
 */
package dev.llmagents.cli.progress;
