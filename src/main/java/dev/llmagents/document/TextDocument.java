package dev.llmagents.document;

import dev.llmagents.document.UnreadableInputException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text and where it came from.
 *
 * @param name the input's name, for people
 * @param text its characters; a line ends with LF, CR LF or CR
 * @param warnings sentences for the user about what was guessed or lost on the way
 */
public record TextDocument(String name, String text, List<String> warnings) {

    public TextDocument {
        warnings = List.copyOf(warnings);
    }

    /**
     * The text in {@code bytes}: a Word document or any plain text.
     *
     * @param name the input's name, for messages
     * @throws UnreadableInputException with the kind of file it is instead, where that can be told
     */
    public static TextDocument of(String name, byte[] bytes) throws UnreadableInputException {
        Optional<FileKind> kind = FileKind.of(bytes);
        if (kind.isPresent() && kind.get() == FileKind.ZIP) {
            return ofWord(name, bytes);
        }
        if (kind.isPresent()) {
            throw new UnreadableInputException(
                    kind.get().isDocument() ? Reason.UNSUPPORTED_DOCUMENT : Reason.BINARY,
                    name + " is " + kind.get().sentence());
        }
        DecodedText decoded = TextDecoder.decode(name, bytes);
        if (HtmlPage.isAtStartOf(decoded.text())) {
            throw new UnreadableInputException(
                    Reason.HTML_PAGE,
                    name + " is a web page, perhaps an error or log-in page: save the text itself as a .txt file.");
        }
        Optional<String> doubt = decoded.doubt();
        return new TextDocument(name, decoded.text(), doubt.isPresent() ? List.of(doubt.get()) : List.of());
    }

    /**
     * The text in {@code bytes}: as {@link #of}, and PDF documents too.
     *
     * @throws UnreadableInputException with the kind of file it is instead, where that can be told
     */
    public static TextDocument ofTextOrPdf(String name, byte[] bytes, PdfText.Limits limits)
            throws UnreadableInputException {
        if (FileKind.of(bytes).filter(kind -> kind == FileKind.PDF).isPresent()) {
            return new TextDocument(name, PdfText.text(name, bytes, limits), List.of());
        }
        return of(name, bytes);
    }

    private static TextDocument ofWord(String name, byte[] bytes) throws UnreadableInputException {
        String text = Docx.text(name, bytes, InputFile.DEFAULT_LIMIT);
        if (text.isBlank()) {
            throw new UnreadableInputException(Reason.EMPTY, name + " is empty: the Word document has no text in it.");
        }
        return new TextDocument(name, text, List.of());
    }

    /** The lines without their ends; line {@code n} of the input is element {@code n - 1}. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        int begin = 0;
        // Looked for once each: most texts have only one of the two, and a search is quicker than a walk.
        int lf = text.indexOf('\n');
        int cr = text.indexOf('\r');
        while (lf >= 0 || cr >= 0) {
            boolean atCr = cr >= 0 && (lf < 0 || cr < lf);
            int end = atCr ? cr : lf;
            lines.add(text.substring(begin, end));
            begin = atCr && lf == cr + 1 ? end + 2 : end + 1;
            lf = lf >= 0 && lf < begin ? text.indexOf('\n', begin) : lf;
            cr = cr >= 0 && cr < begin ? text.indexOf('\r', begin) : cr;
        }
        if (begin < text.length()) {
            lines.add(text.substring(begin));
        }
        return lines;
    }
}
