package dev.llmagents.team.meetmind;

import dev.llmagents.agent.Source;

/** One sentence of the summary and what it rests on. */
public record SummarySentence(String text, Evidence evidence, double confidence, Source source) {}
