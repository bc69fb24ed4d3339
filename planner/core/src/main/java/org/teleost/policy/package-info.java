/**
 * Learned policies at run time: an immutable network, its file format, and a runner that allocates nothing per action.
 * A robot controller needs this package and the JDK. May use {@code random}.
 *
 * <pre>{@code
 * SavedPolicy saved = PolicyFile.read(Path.of("pendulum.policy"));
 * PolicyRunner runner = new PolicyRunner(saved.network()); // one for each thread
 * float[] observation = new float[saved.network().observationSize()];
 * float[] action = new float[saved.network().actionSize()];
 * while (robot.running()) {
 *     robot.sense(observation);
 *     try {
 *         runner.act(observation, action); // within the bounds, in the robot's units
 *     } catch (IllegalArgumentException | ArithmeticException e) {
 *         System.arraycopy(safeAction, 0, action, 0, action.length); // a sensor gave no number
 *     }
 *     robot.move(action);
 * }
 * }</pre>
 */
package org.teleost.policy;
