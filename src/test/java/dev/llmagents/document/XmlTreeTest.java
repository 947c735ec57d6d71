package dev.llmagents.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.document.UnreadableInputException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTreeTest {
    @Test
    void keeps_names_namespaces_attributes_text_and_lines() throws Exception {
        XmlElement root =
                XmlTree.read("a.xml", "<a xmlns='urn:x' k='v'>\n <b>  eins </b>\n <c><![CDATA[<zwei>]]></c>\n</a>");
        assertEquals("urn:x", root.namespace());
        assertEquals("v", root.attribute("k"));
        assertEquals("", root.attribute("missing"));
        assertEquals("eins", root.child("b").orElseThrow().text());
        assertEquals(2, root.child("b").orElseThrow().line());
        assertEquals("<zwei>", root.path("c").orElseThrow().text());
        assertEquals(3, root.tree().count());
        assertTrue(root.path("b", "c").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY e 'x'><!ENTITY f '&e;&e;&e;&e;'>]><a>&f;</a>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a/>",
                "<a>&unknown;</a>",
                "<a><b></a>",
                "<a>"
            })
    void refuses_document_types_entities_and_broken_xml(String xml) {
        UnreadableInputException refused =
                assertThrows(UnreadableInputException.class, () -> XmlTree.read("evil.xml", xml));
        assertTrue(refused.reason() == Reason.REFUSED || refused.reason() == Reason.DAMAGED, refused.getMessage());
        assertTrue(refused.getMessage().startsWith("evil.xml "), refused.getMessage());
    }

    @Test
    void refuses_deep_nesting_without_running_out_of_stack() {
        String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
        assertEquals(
                Reason.REFUSED,
                assertThrows(UnreadableInputException.class, () -> XmlTree.read("deep.xml", deep))
                        .reason());
    }
}
