package org.teleost.viewer.ui;

import java.util.List;
import java.util.stream.Collectors;
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
        boolean all = height(facts) <= area.height();
        for (int i = 0; i < facts.size(); i++) {
            y += rowHeight(facts.get(i));
            if (!all && y + ROW > area.bottom()) {
                rest(facts.subList(i, facts.size()), area, y - rowHeight(facts.get(i)) + ROW - 5);
                return;
            }
            row(facts.get(i), area, y - 5);
        }
    }

    /** What has no room is said where the pointer rests. */
    private void rest(List<Fact> facts, Viewport area, double baseline) {
        if (baseline > area.bottom()) {
            return;
        }
        String text =
                facts.stream().map(fact -> fact.name() + ": " + fact.value()).collect(Collectors.joining("\n"));
        long lines = facts.stream().filter(fact -> fact.tone() != Tone.HEADING).count();
        canvas.text(area.x() + PAD, baseline, lines + " more \u2026", Type.BODY, Palette.DIM);
        canvas.tips().add(area.x(), baseline - ROW, area.right(), baseline + 5, (x, y) -> text);
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
        if (value.length() < fact.value().length()) {
            canvas.tips()
                    .add(left, baseline - 14, area.right(), baseline + 5, (x, y) -> fact.name() + ": " + fact.value());
        }
    }
}
