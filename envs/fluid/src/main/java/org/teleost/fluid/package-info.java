/**
 * Incompressible two-dimensional flow around rigid and flexible bodies, fast enough for reinforcement learning on
 * processor cores. Double precision, deterministic, nothing is allocated per step.
 *
 * <p>The packages:
 *
 * <ul>
 *   <li>{@code grid}: staggered cells, memory layout, boundaries; what an explicit step can carry
 *   <li>{@code flow}: settings and the step: convection and diffusion, then projection by a direct solve; threads that
 *       share it, stored states, fields to look at
 *   <li>{@code body}: direct forcing at markers, rigid bodies
 *   <li>{@code chain}: the flexible ray, by itself and with the flow in one linear system
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
