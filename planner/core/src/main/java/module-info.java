/**
 * The planning engine: describe a world ({@link org.teleost.model}), decide what to do in it
 * ({@link org.teleost.plan}). Needs the JDK's base module alone.
 */
module org.teleost.planner {
    exports org.teleost.belief;
    exports org.teleost.control;
    exports org.teleost.model;
    exports org.teleost.plan;
    exports org.teleost.policy;
    exports org.teleost.problem;
    exports org.teleost.random;
    exports org.teleost.settings;

    // the engine's insides, for the artifacts that come with it
    exports org.teleost.backup to
            org.teleost.cuda;
    exports org.teleost.leaf to
            org.teleost.baselines;
    exports org.teleost.parallel to
            org.teleost.fluid;
    exports org.teleost.storage to
            org.teleost.cuda,
            org.teleost.experiments,
            org.teleost.learn,
            org.teleost.records,
            org.teleost.solvers,
            org.teleost.viewer;
    exports org.teleost.tree to
            org.teleost.records,
            org.teleost.experiments,
            org.teleost.viewer;

    uses org.teleost.plan.EngineProvider;
}
