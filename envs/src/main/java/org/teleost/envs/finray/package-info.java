/**
 * Control of a swimming fin ray, the fluid-structure case of "Asynchronous parallel reinforcement learning for
 * optimizing propulsive performance in fin ray control" (Engineering with Computers 2024, arXiv 2401.11349). The
 * paper's solver and many of its numbers are not published; this is the same kind of ray in {@code fluid}, with its own
 * baselines.
 *
 * <p>Units: length L of the ray, speed U of the stream, density of the fluid 1. A bilaminar ray
 * ({@code ChainProperties.finRay}: B* = 0.2, mass ratio 0.03, shear lag 0.25) hangs on a root that heaves as 0.25 sin(w
 * t) and pitches as 15 degrees sin(w t - 90 degrees), w = pi, in a stream of 7 x 4. Tiers: Re 1000 on 32 cells per
 * length, and {@code -fast} Re 200 on 24.
 *
 * <p>Action: rate of the offset eps / d between the ray's two halves, in 1.2 pi rad per unit of time, held for a
 * decision of a fortieth of the root's period. A sinusoid of amplitude 0.6 rad at twice the root's frequency just
 * reaches the bound. The offset is clipped at 0.6 rad and changes in a straight line from step to step of the flow:
 * steps in it would give spikes of force.
 *
 * <p>Observation: {@link org.teleost.envs.finray.FinRayObservation}. Reward of a decision: CT - powerPrice CP, means
 * over its steps, with CT = thrust / (rho U^2 L / 2), CP = power / (rho U^3 L / 2); powerPrice is 0 (thrust), the best
 * efficiency CT / CP of a sinusoid (efficiency), or half of that (balanced). Information: CT, CP, offset after the
 * decision, diverged.
 *
 * <p>Episodes: 400 decisions, ten periods, truncated, from a passive ray after three periods from rest, at one of the
 * 40 decisions of a period. A flow that diverges terminates the episode with reward -100 and a reason.
 *
 * <p>May use {@code fluid} and the environment interface.
 */
package org.teleost.envs.finray;
