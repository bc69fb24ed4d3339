/**
 * Incompressible two-dimensional flow around rigid and flexible bodies, fast enough for reinforcement learning on
 * processor cores. Double precision, deterministic, nothing is allocated per step.
 *
 * <p>The packages in the order of a step:
 *
 * <ul>
 *   <li>{@code grid}: staggered cells, memory layout, boundaries
 *   <li>{@code team}: threads that share a step
 *   <li>{@code limit}: what an explicit step can carry
 *   <li>{@code advection}: convection and diffusion, the predicted velocity
 *   <li>{@code body}: direct forcing at markers, rigid bodies
 *   <li>{@code chain}: the flexible ray by itself
 *   <li>{@code coupling}: ray and flow in one linear system
 *   <li>{@code pressure}: projection by a direct solve
 *   <li>{@code flow}: settings, the step, stored states, fields to look at
 * </ul>
 *
 * <p>A flow in a few lines:
 *
 * <pre>
 * Grid grid = new Grid(224, 128, 1.0 / 32);
 * Flow flow = new Flow(new FlowSetup(new FlowSettings(
 *         grid, StreamEnds.INFLOW_OUTFLOW, Scheme.forReynolds(1000), 1.0 / 1000, 0.0025, 1.0)));
 * Chain chain = new Chain(ChainProperties.finRay(Markers.countFor(1.0, grid.cellSize()), 0.03));
 * CoupledChain ray = new CoupledChain(chain, rootMotion, grid);
 * ray.setOffset(0.1);
 * flow.step(ray);
 * double thrust = ray.thrust();
 * double power = ray.markers().power();
 * </pre>
 */
package org.teleost.fluid;
