/** Looking for words in running text: phrases, sentences with their lines, negation. */
package dev.llmagents.team.svea.text;
