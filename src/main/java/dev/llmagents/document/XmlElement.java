package dev.llmagents.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of an XML document with what stands in it. Immutable.
 *
 * @param namespace its namespace; empty if it has none
 * @param name local name, without prefix
 * @param attributes by local name
 * @param text the characters directly in it, stripped
 * @param children the elements directly in it, in order
 * @param line where its start tag ends, from 1
 */
public record XmlElement(
        String namespace,
        String name,
        Map<String, String> attributes,
        String text,
        List<XmlElement> children,
        int line) {

    /** The first child with that local name. */
    public Optional<XmlElement> child(String childName) {
        for (XmlElement child : children) {
            if (child.name.equals(childName)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** Every child with that local name. */
    public Stream<XmlElement> children(String childName) {
        return children.stream().filter(child -> child.name.equals(childName));
    }

    /** The first element reached by way of the first child of each name. */
    public Optional<XmlElement> path(String... names) {
        Optional<XmlElement> at = Optional.of(this);
        for (String step : names) {
            at = at.flatMap(element -> element.child(step));
        }
        return at;
    }

    /** Its value of an attribute; empty if it has none. */
    public String attribute(String attributeName) {
        return attributes.getOrDefault(attributeName, "");
    }

    /** This element and all below it, in the order of the document. */
    public Stream<XmlElement> tree() {
        // The reader bounds the depth.
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::tree));
    }
}
