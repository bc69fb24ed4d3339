/** What to train: the control problems on the class path, presets, and the settings of a run. */
package org.teleost.experiments.training.settings;
