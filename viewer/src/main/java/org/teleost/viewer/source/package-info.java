/**
 * Where steps come from: an episode as random access to step records. Knows the planner's trace format and nothing of
 * pictures.
 */
package org.teleost.viewer.source;
