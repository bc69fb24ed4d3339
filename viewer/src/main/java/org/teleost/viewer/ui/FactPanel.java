package org.teleost.viewer.ui;

import java.util.List;
import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.PlanFacts.Fact;
import org.teleost.viewer.scene.PlanFacts.Tone;
import org.teleost.viewer.scene.Viewport;

/** Named numbers, one per line: names on the left, values on the right. */
final class FactPanel {
    private static final int ROW = 18;
    private static final int HEADING_ROW = 24;
    private static final int PAD = 10;

    private final Canvas canvas;

    FactPanel(Canvas canvas) {
        this.canvas = canvas;
    }

    /** Pixels that the facts need. */
    static double height(List<Fact> facts) {
        return facts.stream().mapToDouble(FactPanel::rowHeight).sum();
    }

    private static double rowHeight(Fact fact) {
        return fact.tone() == Tone.HEADING ? HEADING_ROW : ROW;
    }

    void paint(List<Fact> facts, Viewport area) {
        double y = area.y();
        for (Fact fact : facts) {
            y += rowHeight(fact);
            if (y > area.bottom()) {
                return;
            }
            row(fact, area, y - 5);
        }
    }

    private void row(Fact fact, Viewport area, double baseline) {
        boolean heading = fact.tone() == Tone.HEADING;
        int size = heading ? Type.HEADING : Type.BODY;
        double left = area.x() + PAD;
        double nameEnd = canvas.text(left, baseline, fact.name(), size, heading ? Palette.TEXT : Palette.DIM);
        double room = area.right() - PAD - nameEnd - 12;
        String value = canvas.font().shorten(fact.value(), Type.BODY, room);
        int color =
                switch (fact.tone()) {
                    case GOOD -> Palette.GOOD;
                    case WARNING -> Palette.BAD;
                    case HEADING -> Palette.DIM;
                    case PLAIN -> Palette.TEXT;
                };
        canvas.text(area.right() - PAD - canvas.font().width(value, Type.BODY), baseline, value, Type.BODY, color);
    }
}
