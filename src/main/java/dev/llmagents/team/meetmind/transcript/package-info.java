/**
 * Meetings as they were said, out of the formats that recorders, meeting services and people write.
 *
 * <p>{@link dev.llmagents.team.meetmind.transcript.TranscriptReader} takes a text and gives a
 * {@link dev.llmagents.team.meetmind.transcript.TranscriptReading}; what format it is in is told by its content. Each
 * family of formats is one {@code TranscriptSyntax}; a new one is a class and a line in the reader's list. Who a line
 * belongs to is decided by evidence over the whole input ({@code SpeakerEvidence}), for a colon alone proves nothing.
 * {@link dev.llmagents.team.meetmind.transcript.Speakers} then puts spellings of one person together, and
 * {@link dev.llmagents.team.meetmind.transcript.Participants} counts words and time. Nothing here does I/O.
 */
package dev.llmagents.team.meetmind.transcript;
