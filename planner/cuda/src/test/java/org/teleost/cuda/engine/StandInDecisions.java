package org.teleost.cuda.engine;

import org.teleost.belief.ParticleBelief;
import org.teleost.belief.ParticleFilter;
import org.teleost.control.DecisionLoop;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.EngineChoice;
import org.teleost.plan.Planner;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.ModelWorld;
import org.teleost.problem.World;

/** A program that plans an episode with the engine {@code cuda} and on the host, and compares. */
public final class StandInDecisions {
    static final String SAME = "all decisions are the same";

    private static final Budget BUDGET = Budget.ofEpisodes(2_000);
    private static final int STEPS = 4;

    private StandInDecisions() {}

    static GenerativeModel model(String problem) {
        return Problems.all()
                .filter(candidate -> candidate.name().equals(problem))
                .findFirst()
                .orElseThrow()
                .instance(1)
                .model();
    }

    /** Plans the problem named by the only argument. */
    public static void main(String[] arguments) {
        GenerativeModel model = model(arguments[0]);
        PlannerSettings settings = PlannerSettings.defaults().withParticles(500).with(s -> s.memoryBytes = 8L << 20);
        Planner planner = EngineChoice.parse("cuda!").planner(model, settings);
        ParticleBelief belief = new ParticleBelief(model.layout(), settings.particles());
        try (DecisionLoop host =
                        DeviceSession.onHost(model, settings, new ParticleFilter(model, settings.particles(), 7));
                DecisionLoop device =
                        new DecisionLoop(planner, new ParticleFilter(model, settings.particles(), 7), belief, false)) {
            play(host, device, new ModelWorld(model, 5));
        }
        planner.close();
        System.out.println(SAME);
    }

    private static void play(DecisionLoop host, DecisionLoop device, World world) {
        Decision expected = new Decision();
        Decision decision = new Decision();
        Outcome outcome = new Outcome();
        for (int step = 0; step < STEPS && !outcome.terminal; step++) {
            host.decide(BUDGET, expected);
            device.decide(BUDGET, decision);
            Decisions.assertSame(expected, decision);
            world.step(decision.action, outcome);
            if (!outcome.terminal) {
                host.observe(decision.action, outcome.observation, new float[0]);
                device.observe(decision.action, outcome.observation, new float[0]);
            }
        }
    }
}
