package org.teleost.viewer.scene;

/**
 * The colours with a meaning, the same in every scene (Okabe and Ito's set, which colour-blind people tell apart, on a
 * dark ground).
 */
public final class Palette {
    public static final int BACKGROUND = Rgba.opaque(0x15181D);
    public static final int GROUND = Rgba.opaque(0x1E232A);
    public static final int GRID = Rgba.opaque(0x333A44);
    public static final int PANEL = Rgba.opaque(0x1B1F26);
    public static final int TEXT = Rgba.opaque(0xE8EAED);
    public static final int DIM = Rgba.opaque(0x9AA3AF);
    public static final int OBSTACLE = Rgba.opaque(0x8A93A0);

    /** The robot where it truly is. */
    public static final int ROBOT = Rgba.opaque(0xF5F5F5);

    /** What is believed. */
    public static final int BELIEF = Rgba.opaque(0x56B4E9);

    /** What the robot does now. */
    public static final int ACTION = Rgba.opaque(0xF0E442);

    /** Truly good, safe, free. */
    public static final int GOOD = Rgba.opaque(0x2FBF8F);

    /** Truly bad, dangerous, blocked. */
    public static final int BAD = Rgba.opaque(0xE8603C);

    public static final int GOAL = Rgba.opaque(0x2FBF8F);

    /** A second robot or class. */
    public static final int SECOND = Rgba.opaque(0xCC79A7);

    private Palette() {}
}
