/**
 * Training of policies and their evaluation, from settings to files; the packages below it are the stages: settings,
 * evaluation, record (what is written) and session (what runs). May use config, report and statistics.
 */
package org.teleost.experiments.training;
