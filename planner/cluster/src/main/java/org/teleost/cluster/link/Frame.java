package org.teleost.cluster.link;

/** What goes over the wire: the bytes of a message. */
record Frame(byte[] bytes) {}
