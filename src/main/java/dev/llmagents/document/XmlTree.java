package dev.llmagents.document;

import dev.llmagents.document.UnreadableInputException.Reason;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a small XML document into memory, with the line of every element. A document type, an entity of its own, deep
 * nesting and a flood of elements are refused: none is honest in business documents. Not thread-safe; one per document.
 */
public final class XmlTree {
    private static final int DEEPEST = 48;
    private static final int MOST_ELEMENTS = 1_000_000;

    private final String name;
    private final Deque<Open> open = new ArrayDeque<>();
    private int elements;

    private XmlTree(String name) {
        this.name = name;
    }

    /**
     * The root of an XML document.
     *
     * @param name the input's name, for messages
     * @param text the document, already decoded; what its head says of an encoding is ignored
     * @throws UnreadableInputException if it is not well-formed or refused
     */
    public static XmlElement read(String name, String text) throws UnreadableInputException {
        try {
            XMLStreamReader reader = SafeXml.reader(new StringReader(text));
            try {
                return new XmlTree(name).walk(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new UnreadableInputException(
                    Reason.DAMAGED,
                    name + " is not well-formed XML" + (line > 0 ? " (line " + line + ")" : "")
                            + ": fetch it again from the program that wrote it.",
                    e);
        }
    }

    private XmlElement walk(XMLStreamReader reader) throws XMLStreamException, UnreadableInputException {
        XmlElement root = null;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(reader);
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                if (!open.isEmpty()) {
                    open.peek().text.append(reader.getText());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                XmlElement done = open.pop().close();
                if (open.isEmpty()) {
                    root = done;
                } else {
                    open.peek().children.add(done);
                }
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new UnreadableInputException(
                        Reason.REFUSED,
                        name + " declares a document type or entities, which are not read: save it without a DOCTYPE.");
            }
        }
        if (root == null) {
            throw new UnreadableInputException(Reason.DAMAGED, name + " holds no XML element.");
        }
        return root;
    }

    private void start(XMLStreamReader reader) throws UnreadableInputException {
        if (open.size() >= DEEPEST || ++elements > MOST_ELEMENTS) {
            throw new UnreadableInputException(
                    Reason.REFUSED,
                    name + " nests deeper or holds more elements than any business document and was not read further.");
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        String namespace = reader.getNamespaceURI();
        open.push(new Open(
                namespace == null ? "" : namespace,
                reader.getLocalName(),
                attributes,
                reader.getLocation().getLineNumber()));
    }

    private static final class Open {
        final String namespace;
        final String name;
        final Map<String, String> attributes;
        final int line;
        final StringBuilder text = new StringBuilder(0);
        final List<XmlElement> children = new ArrayList<>(0);

        Open(String namespace, String name, Map<String, String> attributes, int line) {
            this.namespace = namespace;
            this.name = name;
            this.attributes = attributes;
            this.line = line;
        }

        XmlElement close() {
            return new XmlElement(
                    namespace,
                    name,
                    attributes.isEmpty() ? Map.of() : Collections.unmodifiableMap(attributes),
                    text.toString().strip(),
                    List.copyOf(children),
                    line);
        }
    }
}
