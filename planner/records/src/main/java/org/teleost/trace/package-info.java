/**
 * Traces: what happened in an episode, as an MCAP file that other tools open too (Foxglove, Rerun, ROS).
 *
 * <p>Owns the MCAP container ({@link org.teleost.trace.McapWriter}, {@link org.teleost.trace.McapReader}) and the step
 * record on top of it ({@link org.teleost.trace.EpisodeTraceWriter}, {@link org.teleost.trace.EpisodeTraceReader}). May
 * use model, belief and the data classes of plan; nothing of the planning core may use it. JDK only. Format:
 * https://mcap.dev/spec, version 0 (magic byte 0x30).
 */
package org.teleost.trace;
