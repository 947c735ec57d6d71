package dev.llmagents.document;

import java.util.Optional;

/**
 * Text as it was decoded.
 *
 * @param text the characters, without a byte order mark, with the line ends of the input
 * @param encoding what it was read as
 * @param doubt a sentence for the user where the encoding is a guess or bytes were lost
 */
public record DecodedText(String text, TextEncoding encoding, Optional<String> doubt) {}
