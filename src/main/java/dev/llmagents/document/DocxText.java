package dev.llmagents.document;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Walks through the main part of a Word document and writes down its text. One per document. */
final class DocxText {
    private final StringBuilder text = new StringBuilder();
    private int tables;
    /** How deep inside an element whose text is not shown: the old form of a drawing, a deleted passage. */
    private int hidden;

    private boolean inText;

    private DocxText() {}

    static String of(InputStream document) throws XMLStreamException {
        DocxText walk = new DocxText();
        // Word writes UTF-8. A wrong byte becomes a replacement character and costs a letter, not the document.
        XMLStreamReader reader = SafeXml.reader(new InputStreamReader(document, StandardCharsets.UTF_8));
        try {
            while (reader.hasNext()) {
                walk.step(reader, reader.next());
            }
        } finally {
            reader.close();
        }
        return walk.text.toString();
    }

    private void step(XMLStreamReader reader, int event) throws XMLStreamException {
        if (event == XMLStreamConstants.START_ELEMENT) {
            start(reader.getLocalName());
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            end(reader.getLocalName());
        } else if (event == XMLStreamConstants.CHARACTERS && inText && hidden == 0) {
            text.append(reader.getText());
        } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("a document type or an entity has no place in a Word document");
        }
    }

    private void start(String element) {
        switch (element) {
            case "t" -> inText = true;
            case "tbl" -> tables++;
            // Word writes a drawing's text twice, once in the new form and once in the old; "tabs" only defines stops.
            case "Fallback", "del", "moveFrom", "tabs" -> hidden++;
            case "br", "cr" -> append(tables > 0 ? ' ' : '\n');
            case "tab" -> append('\t');
            case "noBreakHyphen" -> append('-');
            default -> {}
        }
    }

    private void end(String element) {
        switch (element) {
            case "t" -> inText = false;
            case "tbl" -> tables--;
            case "Fallback", "del", "moveFrom", "tabs" -> hidden--;
            // A table row is one line with its cells behind each other, so that who and what stay together.
            case "p" -> append(tables > 0 ? ' ' : '\n');
            case "tc" -> append('\t');
            case "tr" -> append('\n');
            default -> {}
        }
    }

    private void append(char character) {
        if (hidden == 0) {
            text.append(character);
        }
    }
}
