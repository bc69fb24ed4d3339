/**
 * Where steps come from: an episode as random access to step records, from a trace or from the feed of a running
 * planner. Knows the planner's trace format and nothing of pictures.
 */
package org.teleost.viewer.source;
