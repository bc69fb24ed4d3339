/** Trainings: curves of what a learner and its actors did. */
package org.teleost.viewer.scene.training;
