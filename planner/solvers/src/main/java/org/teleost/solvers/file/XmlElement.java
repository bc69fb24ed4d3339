package org.teleost.solvers.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An element of an XML file with the place where its content begins. */
final class XmlElement {
    final SourceText source;
    final String name;
    final Map<String, String> attributes;
    final int line;
    final int column;
    final List<XmlElement> children = new ArrayList<>();
    final StringBuilder text = new StringBuilder();

    XmlElement(SourceText source, String name, Map<String, String> attributes, int line, int column) {
        this.source = source;
        this.name = name;
        this.attributes = attributes;
        this.line = line;
        this.column = column;
    }

    FormatException error(String message) {
        return new FormatException(source.file, line, column, message);
    }

    void lenience(String broken, String wayOut, String repair) {
        source.lenienceAt(line, column, broken, wayOut, repair);
    }

    /** A piece of the element's text that is not blank, with its place. */
    record Word(String text, int line, int column) {}

    /** The words of the element's text. */
    List<Word> words() {
        List<Word> words = new ArrayList<>();
        int atLine = line;
        int atColumn = column;
        int begin = -1;
        int beginColumn = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
            if (!blank && begin < 0) {
                begin = i;
                beginColumn = atColumn;
            } else if (blank && begin >= 0) {
                words.add(new Word(text.substring(begin, i), atLine, beginColumn));
                begin = -1;
            }
            atLine += c == '\n' ? 1 : 0;
            atColumn = c == '\n' ? 1 : atColumn + 1;
        }
        return words;
    }

    FormatException error(Word word, String message) {
        return new FormatException(source.file, word.line(), word.column(), message);
    }

    /** The only child of a name, null when there is none. */
    XmlElement optional(String child) {
        XmlElement found = null;
        for (XmlElement element : children) {
            if (element.name.equals(child)) {
                if (found != null) {
                    throw element.error("a second <" + child + "> in <" + name + ">; remove one of them");
                }
                found = element;
            }
        }
        return found;
    }

    XmlElement required(String child) {
        XmlElement found = optional(child);
        if (found == null) {
            throw error("<" + name + "> has no <" + child + ">; add one");
        }
        return found;
    }

    String attribute(String key) {
        String value = attributes.get(key);
        if (value == null || value.isBlank()) {
            throw error("<" + name + "> has no attribute " + key + "; write " + key + "=\"...\"");
        }
        return value.strip();
    }
}
