package dev.llmagents.document;

import dev.llmagents.document.UnreadableInputException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;

/**
 * The text of a Word document (.docx, ECMA-376): the main part only, without headers, footnotes and comments.
 *
 * <p>Line numbers of a document are those of this text. Thread-safe.
 */
public final class Docx {
    private Docx() {}

    /**
     * The text of {@code bytes}, a line for each paragraph, line break and table row.
     *
     * @param name the input's name, for messages
     * @param limit how many bytes the archive may unpack to
     * @throws UnreadableInputException if it is no Word document or a damaged one
     */
    public static String text(String name, byte[] bytes, long limit) throws UnreadableInputException {
        ZipEntries entries = new ZipEntries(bytes, limit);
        try {
            StringBuilder names = new StringBuilder();
            Optional<String> entry = entries.next();
            while (entry.isPresent()) {
                if (isMainPart(entry.get())) {
                    return DocxText.of(entries.content());
                }
                names.append(entry.get()).append('\n');
                entry = entries.next();
            }
            throw noWordDocument(name, names.toString());
        } catch (ZipEntries.TooMuch e) {
            throw tooLarge(name, e);
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof ZipEntries.TooMuch) {
                throw tooLarge(name, e);
            }
            throw damaged(name, e);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            // IllegalArgumentException: an entry name that is no UTF-8.
            throw damaged(name, e);
        } catch (UnreadableInputException e) {
            throw e;
        } catch (IOException e) {
            throw damaged(name, e);
        }
    }

    /** Word Online also writes {@code word/document2.xml}. */
    private static boolean isMainPart(String entry) {
        return entry.startsWith("word/document") && entry.endsWith(".xml") && entry.indexOf('/', 5) < 0;
    }

    private static UnreadableInputException noWordDocument(String name, String entries) {
        if (entries.isEmpty()) {
            return damaged(name, new IOException("no entry could be read"));
        }
        String kind;
        if (entries.contains("xl/workbook")) {
            kind = "an Excel workbook: copy the transcript into a text file, or save it as .docx.";
        } else if (entries.contains("ppt/presentation")) {
            kind = "a PowerPoint presentation: save its text as .txt or .docx first.";
        } else if (entries.contains("content.xml") && entries.startsWith("mimetype")) {
            kind = "an OpenDocument file: save it as .docx or .txt first.";
        } else if (entries.contains("META-INF/MANIFEST.MF")) {
            kind = "a Java archive: name the text instead.";
        } else {
            kind = FileKind.ZIP.sentence();
        }
        return new UnreadableInputException(Reason.UNSUPPORTED_DOCUMENT, name + " is " + kind);
    }

    private static UnreadableInputException tooLarge(String name, Exception cause) {
        return new UnreadableInputException(
                Reason.TOO_LARGE,
                name + " unpacks to far more than a document holds and was not read further: save it as .txt first.",
                cause);
    }

    private static UnreadableInputException damaged(String name, Exception cause) {
        return new UnreadableInputException(
                Reason.DAMAGED,
                name + " is a damaged Word document or zip archive: fetch it again or save it as .txt first.",
                cause);
    }
}
