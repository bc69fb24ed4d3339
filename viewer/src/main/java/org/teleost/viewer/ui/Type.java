package org.teleost.viewer.ui;

/** Heights of text in pixels. */
final class Type {
    static final int TITLE = 19;
    static final int HEADING = 14;
    static final int BODY = 13;
    static final int SMALL = 11;

    private Type() {}
}
