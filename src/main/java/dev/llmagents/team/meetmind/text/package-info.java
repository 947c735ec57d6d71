/**
 * Words and sentences of speech: what every rule about a meeting reads before it looks at meaning.
 *
 * <p>Nothing here knows of decisions or summaries. Start with {@link dev.llmagents.team.meetmind.text.Sentences} and
 * {@link dev.llmagents.team.meetmind.text.Words}; all classes are free of I/O but for their own word lists.
 */
package dev.llmagents.team.meetmind.text;
