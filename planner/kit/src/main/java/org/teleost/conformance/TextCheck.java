package org.teleost.conformance;

import java.util.HashMap;
import java.util.Map;
import org.teleost.conformance.Finding.Severity;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** Texts for people exist, and no two actions share one. */
final class TextCheck implements Check {
    private static final long PURPOSE = 130;

    @Override
    public String name() {
        return "text";
    }

    @Override
    public void run(Subject subject) {
        GenerativeModel model = subject.model;
        Map<String, Integer> seen = new HashMap<>();
        for (int action = 0; action < model.actionCount(); action++) {
            String text = present(subject, "actionText(" + action + ")", model.actionText(action));
            Integer twin = seen.putIfAbsent(text, action);
            if (twin != null) {
                subject.report(Severity.WARNING, "actions " + twin + " and " + action + " share the text " + text);
            }
        }
        int index = 0;
        for (Subject.Reached reached : subject.someReached(subject.settings.states())) {
            subject.at(-1, reached.step(), reached.episode());
            State state = subject.copy(reached.state());
            present(subject, "stateText", model.stateText(state));
            RandomStream stream = subject.stream(PURPOSE, index++);
            int action = subject.walkAction(state, stream);
            if (action >= 0) {
                Outcome out = new Outcome();
                model.step(state, action, stream, out);
                present(subject, "observationText(" + out.observation + ")", model.observationText(out.observation));
            }
        }
    }

    private static String present(Subject subject, String method, String text) {
        if (text == null || text.isBlank()) {
            subject.error(method + " is " + (text == null ? "null" : "blank") + "; return a few words for people");
        }
        return text;
    }
}
