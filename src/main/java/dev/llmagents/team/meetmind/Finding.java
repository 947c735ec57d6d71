package dev.llmagents.team.meetmind;

import dev.llmagents.agent.Source;

/**
 * Something the meeting brought up that needs no more than words and a quote: a decision, a risk, an open question.
 *
 * @param text the item in a reader's words: one sentence, third person, no fillers
 * @param confidence how sure its source is, 0 to 1
 */
public record Finding(String text, Evidence evidence, double confidence, Source source) {}
