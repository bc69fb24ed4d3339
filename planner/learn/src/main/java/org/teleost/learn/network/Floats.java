package org.teleost.learn.network;

/** Floats on the side that multiplies; matrices lie in them row by row. Made by {@link Products#floats}. */
interface Floats extends AutoCloseable {
    /** Copies {@code length} floats from {@code source}, both from {@code offset} on. */
    void upload(float[] source, int offset, int length);

    /** Copies {@code length} floats to {@code target}, both from {@code offset} on. */
    void download(float[] target, int offset, int length);

    /** Writes {@code count} copies of {@code length} floats of {@code source}, one after the other from the start. */
    void uploadRepeated(float[] source, int offset, int length, int count);

    /** The same floats from {@code offset} on, for products alone; ask once and keep it. */
    Floats from(int offset);

    /** Frees the memory now; the object is of no further use. */
    @Override
    void close();
}
