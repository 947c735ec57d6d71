/**
 * Files on a machine that several processes share: made private, written whole or not at all, appended record by record,
 * locked with a limit to the waiting.
 *
 * <p>Nothing here knows what a file holds. Every failure is an {@link java.io.IOException} whose message is one sentence
 * that names the file, ready to be shown. Start at {@link dev.llmagents.file.WholeFile} to write a result and at
 * {@link dev.llmagents.file.RecordFile} to keep a log.
 */
package dev.llmagents.file;
