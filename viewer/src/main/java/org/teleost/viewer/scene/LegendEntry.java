package org.teleost.viewer.scene;

/** Explains one mark of a scene in a few words. */
public record LegendEntry(Mark mark, int color, String text) {

    /** The mark as it looks in the scene. */
    public enum Mark {
        DISC,
        RING,
        SQUARE,
        BOX,
        LINE,
        ARROW,
        /** Dots, as particles are drawn. */
        DOTS,
        /** The colours of {@link ColorMap#SHADE} from low to high. */
        SHADE,
        /** A box filled halfway, as a probability is drawn. */
        LEVEL
    }
}
