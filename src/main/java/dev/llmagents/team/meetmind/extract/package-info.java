/**
 * What a meeting leaves behind: action items, decisions, risks, open questions, requirements and features, each with the
 * sentence it rests on.
 *
 * <p>Start at {@link dev.llmagents.team.meetmind.extract.MeetingText}, which reads a transcript once; the finders
 * ({@link dev.llmagents.team.meetmind.extract.ActionItems}, {@link dev.llmagents.team.meetmind.extract.Decisions} and so on)
 * are functions of it. They look for cues, phrases listed per language in {@code cues_en.txt} and {@code cues_sv.txt}, and
 * for the grammar around them. In a talk of eighty turns and more most cues are idle; there sentences are scored by weighted
 * signals ({@code TaskSignal}, {@code DecisionSignal}).
 */
package dev.llmagents.team.meetmind.extract;
