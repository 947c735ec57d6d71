package dev.llmagents.team.meetmind.summary;

import java.util.List;

/**
 * A stretch of sentences about one subject.
 *
 * @param from index of its first sentence
 * @param to index after its last
 * @param phrases what it is about, most telling first
 */
record Segment(int from, int to, List<KeyPhrase> phrases) {}
