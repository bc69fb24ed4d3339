/**
 * Published cases for the flow solver, each with its reference and its tolerance, and a runner that says by how much a
 * result is off.
 */
package org.teleost.envs.validation;
