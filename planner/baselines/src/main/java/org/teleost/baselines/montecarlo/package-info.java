/**
 * Monte-Carlo tree search over histories: POMCP (Silver and Veness, "Monte-Carlo planning in large POMDPs", NIPS 2010),
 * POMCPOW (Sunberg and Kochenderfer, "Online algorithms for POMDPs with continuous state, action, and observation
 * spaces", ICAPS 2018) and Sparse-PFT (Lim, Becker, Kochenderfer, Tomlin and Sunberg, "Optimality guarantees for
 * particle belief approximation of POMDPs", JAIR 2023), written from the papers.
 */
package org.teleost.baselines.montecarlo;
