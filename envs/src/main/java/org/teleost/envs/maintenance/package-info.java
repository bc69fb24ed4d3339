/**
 * Maintenance of one machine whose wear is hidden.
 *
 * <p>State: wear 0 (new, at the start) to 3 (broken). Actions: operate, which earns 10, 9, 5 or -20 by the wear before
 * the step and wears the machine by one level with probability 0.15, 0.2 or 0.25 (a broken one stays broken); inspect
 * for -2; repair for -15, which takes one level of wear off with probability 0.8; replace for -60, which makes it new.
 *
 * <p>Observations, by the wear after the step: operating shows a good (0) or poor (1) product, good with probability
 * 0.95, 0.85, 0.6 or 0.05; inspecting reads the wear (0 to 3), right with probability 0.8, else one level off, evenly
 * where there are two such levels; repair and replace show 0. The episode never ends. gamma 0.95, 100 steps.
 */
package org.teleost.envs.maintenance;
