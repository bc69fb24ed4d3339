/** Runs training: one seed after another, with evaluations, records, stop and resumption. Uses learn's training. */
package org.teleost.experiments.training.session;
