/** Episodes of a fixed policy and what they earned. */
package org.teleost.experiments.training.evaluation;
