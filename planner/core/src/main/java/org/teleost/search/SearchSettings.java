package org.teleost.search;

/** What the search needs of the planner's settings. */
public record SearchSettings(long seed, int particles, int maxDepth, int expandVisits) {}
