/** The word lists that ship with the program: {@link dev.llmagents.team.meetmind.word.WordList} reads them. */
package dev.llmagents.team.meetmind.word;
