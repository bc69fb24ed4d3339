package org.teleost.policy;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a policy file holds: a network, what it is for and where it comes from. Immutable.
 *
 * @param problem name of the control problem whose observations and actions the network speaks of, not blank, at most
 *     {@value #MAX_NAME_BYTES} bytes of UTF-8
 * @param facts how it was trained, for people and scripts, for example seed, steps, return; at most {@value #MAX_FACTS}
 *     entries, keys not blank, values at most {@value #MAX_FACT_BYTES} bytes of UTF-8
 */
public record SavedPolicy(String problem, PolicyNetwork network, Map<String, String> facts) {
    static final int MAX_NAME_BYTES = 256;
    static final int MAX_FACT_BYTES = 4096;
    static final int MAX_FACTS = 256;

    /** @throws IllegalArgumentException if a text is blank, too long or no valid Unicode, or facts are too many */
    public SavedPolicy {
        requireText("problem", problem, MAX_NAME_BYTES);
        if (network == null) {
            throw new IllegalArgumentException("saved policy needs a network: problem=" + problem + " network=null");
        }
        SortedMap<String, String> sorted = new TreeMap<>(facts);
        if (sorted.size() > MAX_FACTS) {
            throw new IllegalArgumentException("saved policy has facts=" + sorted.size() + "; at most " + MAX_FACTS);
        }
        for (Map.Entry<String, String> fact : sorted.entrySet()) {
            requireText("fact key", fact.getKey(), MAX_NAME_BYTES);
            utf8("fact " + fact.getKey(), fact.getValue(), MAX_FACT_BYTES);
        }
        facts = Collections.unmodifiableSortedMap(sorted);
    }

    private static void requireText(String name, String value, int maxBytes) {
        utf8(name, value, maxBytes);
        if (value.isBlank()) {
            throw new IllegalArgumentException("saved policy has a blank " + name + "; it needs a name");
        }
    }

    /** The text as UTF-8; unlike {@link String#getBytes} refuses what cannot be read back. */
    static byte[] utf8(String name, String value, int maxBytes) {
        if (value == null) {
            throw new IllegalArgumentException("saved policy needs text: " + name + "=null");
        }
        ByteBuffer encoded;
        try {
            encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "saved policy needs valid Unicode: " + name + " has half of a surrogate pair", e);
        }
        if (encoded.remaining() > maxBytes) {
            throw new IllegalArgumentException("saved policy's text is too long: " + name + " has bytes="
                    + encoded.remaining() + "; at most " + maxBytes);
        }
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }
}
