package org.teleost.solvers.file;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads an XML file into elements with places. No document types, no entities of the file's own, nothing external. */
final class XmlReader {
    private static final int MOST_DEPTH = 400;

    private XmlReader() {}

    /**
     * The root element.
     *
     * @throws FormatException for XML that is not well formed
     */
    static XmlElement read(SourceText source) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text(source.bytes)));
            return read(source, reader);
        } catch (XMLStreamException e) {
            Location at = e.getLocation();
            throw new FormatException(
                    source.file,
                    at == null ? 1 : Math.max(1, at.getLineNumber()),
                    at == null ? 1 : Math.max(1, at.getColumnNumber()),
                    "not well-formed XML: " + reason(e) + "; repair the markup");
        } catch (RuntimeException e) {
            if (e instanceof FormatException format) {
                throw format;
            }
            // the parser of the JDK lets some faults of broken input through as they are
            throw new FormatException(source.file, 1, 1, "not well-formed XML: " + e);
        }
    }

    /** Decoded here: the parser prints to the error stream what it can't decode. Latin 1 where declared, else UTF-8. */
    private static String text(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
        Charset charset = head.toUpperCase(Locale.ROOT).contains("ISO-8859-1")
                ? StandardCharsets.ISO_8859_1
                : StandardCharsets.UTF_8;
        String text = new String(bytes, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String reason(XMLStreamException e) {
        String text = e.getMessage() == null ? e.toString() : e.getMessage();
        int message = text.indexOf("Message: ");
        String plain = message < 0 ? text : text.substring(message + 9);
        return plain.lines().findFirst().orElse(plain);
    }

    private static XmlElement read(SourceText source, XMLStreamReader reader) throws XMLStreamException {
        Deque<XmlElement> open = new ArrayDeque<>();
        XmlElement root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlElement element = element(source, reader);
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.getLast().children.add(element);
                    }
                    open.addLast(element);
                    if (open.size() > MOST_DEPTH) {
                        throw element.error("elements are nested deeper than the limit of " + MOST_DEPTH);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.getLast()
                                .text
                                .append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                    }
                }
                default -> {
                    // comments and instructions say nothing
                }
            }
        }
        if (root == null) {
            throw new FormatException(source.file, 1, 1, "no XML element; a POMDPX file begins with <pomdpx>");
        }
        return root;
    }

    private static XmlElement element(SourceText source, XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        Location at = reader.getLocation();
        return new XmlElement(source, reader.getLocalName(), attributes, at.getLineNumber(), at.getColumnNumber());
    }
}
