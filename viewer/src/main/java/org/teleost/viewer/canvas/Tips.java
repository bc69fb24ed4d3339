package org.teleost.viewer.canvas;

import java.util.ArrayList;
import java.util.List;

/** What a picture says where the pointer rests. Areas that were added later lie over earlier ones. */
public final class Tips {
    private final List<Tip> tips = new ArrayList<>();

    /** What is said at a place of an area; empty for nothing. */
    @FunctionalInterface
    public interface Text {
        String at(double x, double y);
    }

    private record Tip(double x0, double y0, double x1, double y1, Text text) {
        boolean contains(double x, double y) {
            return x >= x0 && x < x1 && y >= y0 && y < y1;
        }
    }

    void clear() {
        tips.clear();
    }

    /** Says something in an area, in units of the canvas. */
    public void add(double x0, double y0, double x1, double y1, Text text) {
        tips.add(new Tip(x0, y0, x1, y1, text));
    }

    /** What is said at a place, in lines; empty for nothing. */
    public String at(double x, double y) {
        for (int i = tips.size() - 1; i >= 0; i--) {
            if (tips.get(i).contains(x, y)) {
                String text = tips.get(i).text().at(x, y);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }
}
