/**
 * From bytes to text: reading with a limit, telling encodings apart, opening Word files, and saying in one sentence why
 * something is no text and what to do about it.
 *
 * <p>Input is hostile until shown otherwise: sizes are checked before memory is taken, zip archives are capped while they
 * unpack, XML is read without DTDs and entities. Start at {@link dev.llmagents.document.InputFile} for the bytes and at
 * {@link dev.llmagents.document.TextDocument} for the text.
 */
package dev.llmagents.document;
