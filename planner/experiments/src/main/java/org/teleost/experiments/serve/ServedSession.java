package org.teleost.experiments.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.teleost.control.ControlHealth;
import org.teleost.control.ControlSession;
import org.teleost.experiments.json.Json;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;

/** One client's session: what each operation does. One thread at a time. */
final class ServedSession {
    private static final int DEEPEST_PREVIEW = 6;

    private final ControlSession session;
    private final GenerativeModel model;
    private final Budget usual;
    private final UnaryOperator<Path> files;
    private final Decision decision = new Decision();
    private final int lanes;

    ServedSession(ControlSession session, GenerativeModel model, Budget usual, UnaryOperator<Path> files) {
        this.files = files;
        this.session = session;
        this.model = model;
        this.usual = usual;
        lanes = model.layout().action().size();
    }

    void answer(String op, Request request, ObjectNode out) throws IOException {
        switch (op) {
            case "decide" -> decide(request, out);
            case "observe" -> observe(request, out);
            case "health" -> health(out);
            case "save" -> session.save(path(request));
            case "restore" -> session.restore(path(request));
            default ->
                throw new RequestException(
                        "op=" + op + "; allowed: open, decide, observe, health, save, restore, close");
        }
    }

    private Path path(Request request) {
        if (!request.has("file")) {
            throw new RequestException("file is missing; name one");
        }
        return files.apply(Path.of(request.text("file", "")));
    }

    private void decide(Request request, ObjectNode out) {
        session.decide(budget(request), decision);
        out.put("action", decision.action);
        out.put("text", lanes > 0 ? model.actionText(decision.lanes) : model.actionText(decision.action));
        if (lanes > 0) {
            put(out.putArray("lanes"), decision.lanes, 0);
        }
        if (decision.fallbackReason == null) {
            out.putNull("fallback");
        } else {
            out.put("fallback", decision.fallbackReason);
        }
        if (decision.vetoReason != null) {
            out.put("veto", decision.vetoReason);
        }
        Json.put(out, "value", decision.value);
        out.put("episodes", decision.episodes);
        out.put("planning_ms", decision.planningNanos / 1e6);
        out.put("late_ms", decision.overshootNanos / 1e6);
        explain(out.putArray("actions"));
        if (request.has("preview") && decision.fallbackReason == null) {
            int depth = request.small("preview", 1, DEEPEST_PREVIEW);
            out.put("preview", session.preview(decision, depth).text(model));
        }
    }

    /** What waiting in the queue took is gone. */
    private Budget budget(Request request) {
        if (request.has("budget")) {
            return Budget.parse(request.text("budget", ""));
        }
        if (!request.has("deadline_ms")) {
            return usual;
        }
        long nanos = Math.round(request.positive("deadline_ms") * 1e6);
        long left = nanos - (System.nanoTime() - request.arrived);
        return new Budget(Math.max(1, left), Long.MAX_VALUE, Integer.MAX_VALUE);
    }

    private void explain(ArrayNode rows) {
        for (int i = 0; i < decision.actionRows; i++) {
            ObjectNode row = rows.addObject();
            row.put("action", decision.actions[i]);
            if (lanes > 0) {
                put(row.putArray("lanes"), decision.rowLanes, i * lanes);
            }
            Json.put(row, "value", decision.values[i]);
            Json.put(row, "standardError", decision.standardErrors[i]);
            Json.put(row, "probability", decision.probabilities[i]);
            row.put("visits", decision.visits[i]);
        }
    }

    private void put(ArrayNode array, float[] values, int from) {
        for (int i = 0; i < lanes; i++) {
            array.add(values[from + i]);
        }
    }

    private void observe(Request request, ObjectNode out) {
        float[] percept = request.floats("percept");
        if (request.has("step")) {
            session.tellLate(request.whole("step"), request.whole("observation"), percept);
        } else if (!request.has("observation")) {
            session.tellNothing(action(request));
        } else if (request.has("lanes")) {
            session.tell(request.floats("lanes"), request.whole("observation"), percept);
        } else {
            session.tell(action(request), request.whole("observation"), percept);
        }
        if (request.truth("wait")) {
            session.awaitBelief();
            health(out);
        }
    }

    private int action(Request request) {
        return request.has("action") ? request.small("action", 0, model.actionCount() - 1) : decision.action;
    }

    private void health(ObjectNode out) {
        ControlHealth health = session.health();
        out.put("level", health.level().name().toLowerCase(Locale.ROOT));
        out.put("trustworthy", health.trustworthy());
        Json.put(out, "effectiveSampleSize", health.effectiveSampleSize());
        out.put("particles", health.particles());
        out.put("unobserved", health.unobserved());
        out.put("waiting", health.waiting());
        out.put("decisions", health.decisions());
        out.put("fallbacks", health.fallbacks());
        out.put("vetoes", health.vetoes());
        out.put("lost", health.lost());
        out.put("trouble", health.trouble());
    }

    void close() {
        session.close();
    }
}
