package dev.llmagents.team.meetmind.transcript;

import dev.llmagents.document.UnreadableInputException;
import java.util.Optional;

/** JSON of recorders and speech services. The parser's classes load only for an input that begins like JSON. */
final class JsonSyntax implements TranscriptSyntax {

    @Override
    public Optional<Draft> read(SourceText source) throws UnreadableInputException {
        return looksLikeJson(source.text()) ? Optional.of(JsonTranscript.read(source)) : Optional.empty();
    }

    /** {@code [00:08] Anna: …} and <code>{\rtf</code> begin with a bracket too; what follows it tells. */
    private static boolean looksLikeJson(String text) {
        int first = filled(text, 0);
        if (first == text.length() || (text.charAt(first) != '{' && text.charAt(first) != '[')) {
            return false;
        }
        int second = filled(text, first + 1);
        if (second == text.length()) {
            return false;
        }
        char next = text.charAt(second);
        return text.charAt(first) == '{' ? next == '"' || next == '}' : next == '{' || next == ']' || next == '"';
    }

    private static int filled(String text, int from) {
        int at = from;
        while (at < text.length() && SourceText.isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
