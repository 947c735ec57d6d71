package dev.llmagents.document;

import dev.llmagents.document.UnreadableInputException.Reason;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The text of a PDF document, in the order in which people read it. Thread-safe.
 *
 * <p>A page ends with a line end. PDFBox is loaded when the first document is opened.
 */
public final class PdfText {
    private PdfText() {}

    /**
     * How much of a document is read.
     *
     * @param pages more pages than this are refused
     * @param characters more text than this is refused
     * @param seconds a document that takes longer is given up: a small file can draw one form a million times
     */
    public record Limits(int pages, int characters, int seconds) {
        public static final Limits DEFAULT = new Limits(500, 5_000_000, 30);
    }

    /**
     * The text of {@code bytes}.
     *
     * @param name the input's name, for messages
     * @throws UnreadableInputException if it is damaged, locked, a scan without text, or past a limit
     */
    public static String text(String name, byte[] bytes, Limits limits) throws UnreadableInputException {
        FutureTask<String> reading = new FutureTask<>(() -> read(name, bytes, limits));
        Thread reader = new Thread(reading, "pdf");
        reader.setDaemon(true);
        reader.start();
        try {
            return reading.get(limits.seconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // The stripper writes to a writer that looks at the interrupt; what it does between two characters is its
            // own.
            reading.cancel(true);
            throw tooLarge(name, "takes more than " + limits.seconds() + " seconds to read", e);
        } catch (InterruptedException e) {
            reading.cancel(true);
            Thread.currentThread().interrupt();
            throw new UnreadableInputException(Reason.NO_FILE, name + " was not read: interrupted.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnreadableInputException) {
                throw (UnreadableInputException) e.getCause();
            }
            // PDFBox answers damage with exceptions of every kind, a stack overflow among them.
            throw new UnreadableInputException(
                    Reason.DAMAGED, name + " is a damaged PDF document: fetch it again or save it as text first.", e);
        }
    }

    private static String read(String name, byte[] bytes, Limits limits) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(bytes, "", null, null, MemoryUsageSetting.setupMainMemoryOnly(256L << 20).streamCache)) {
            int pages = document.getNumberOfPages();
            if (pages > limits.pages()) {
                throw tooLarge(name, "has " + pages + " pages where at most " + limits.pages() + " are read", null);
            }
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setLineSeparator("\n");
            stripper.setParagraphEnd("\n");
            stripper.setPageEnd("\n");
            BoundedWriter text = new BoundedWriter(limits.characters());
            try {
                stripper.writeText(document, text);
            } catch (TooMuchText e) {
                throw tooLarge(name, "holds more text than is read", e);
            }
            if (text.toString().isBlank()) {
                throw new UnreadableInputException(
                        Reason.IMAGE_ONLY,
                        name + " is a PDF document without text, perhaps a scan: run text recognition on it first.");
            }
            return text.toString();
        } catch (InvalidPasswordException e) {
            throw new UnreadableInputException(
                    Reason.ENCRYPTED, name + " is a PDF document with a password: save it without one first.", e);
        }
    }

    private static UnreadableInputException tooLarge(String name, String what, Exception cause) {
        return new UnreadableInputException(
                Reason.TOO_LARGE, name + " " + what + ": split it or save the part that matters as text.", cause);
    }

    private static final class TooMuchText extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Keeps what is written, up to a bound, and stops when its thread is interrupted. */
    private static final class BoundedWriter extends Writer {
        private final StringWriter kept = new StringWriter();
        private final int most;

        BoundedWriter(int most) {
            this.most = most;
        }

        @Override
        public void write(char[] characters, int from, int length) throws IOException {
            if (Thread.currentThread().isInterrupted() || kept.getBuffer().length() + length > most) {
                throw new TooMuchText();
            }
            kept.write(characters, from, length);
        }

        @Override
        public void flush() {
            // Nothing waits.
        }

        @Override
        public void close() {
            // Nothing is open.
        }

        @Override
        public String toString() {
            return kept.toString();
        }
    }
}
