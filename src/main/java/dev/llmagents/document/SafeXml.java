package dev.llmagents.document;

import java.io.InputStream;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML that comes from outside: read as a stream, with DTDs refused and no entity fetched or expanded. */
public final class SafeXml {
    private SafeXml() {}

    /**
     * A reader of {@code stream} in the encoding its head declares; adjacent characters come as one event, CDATA as
     * characters. On bytes of another encoding the JDK prints a line on standard error beside throwing.
     */
    public static XMLStreamReader reader(InputStream stream) throws XMLStreamException {
        return factory().createXMLStreamReader(stream);
    }

    /** A reader of {@code characters}, for XML whose encoding is known without its head. */
    public static XMLStreamReader reader(Reader characters) throws XMLStreamException {
        return factory().createXMLStreamReader(characters);
    }

    private static XMLInputFactory factory() {
        // The JDK's own, whatever else stands on the class path: the properties below are known to hold for it.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        // Without one the JDK prints to the standard error output what it also throws.
        factory.setXMLReporter((message, type, information, location) -> {});
        return factory;
    }
}
