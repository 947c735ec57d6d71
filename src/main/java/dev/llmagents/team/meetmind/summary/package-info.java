/**
 * Topics and summary of a meeting by rules.
 *
 * <p>Start with {@link dev.llmagents.team.meetmind.summary.Talk}, which reads the utterances once; {@link
 * dev.llmagents.team.meetmind.summary.Topics} and {@link dev.llmagents.team.meetmind.summary.Summary} are made of it. A
 * summary is an opening that names what the meeting was for, for each topic a sentence on its subjects with the clearest
 * thing somebody said on it in reported speech, and the decisions and next steps that the caller passes in. What a
 * language needs stands behind the two interfaces {@code Reporter} (direct to reported speech) and {@code Prose} (the
 * frames of sentences).
 */
package dev.llmagents.team.meetmind.summary;
