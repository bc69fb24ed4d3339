/**
 * Maintenance: a machine wears from new (0) over worn (1) and poor (2) to broken (3), one level a day with probability
 * 0.15. Each day it operates (earning 10, 8, 4 or -10 by its wear), is inspected without running (-1), repaired (-15,
 * one level better, not from broken) or replaced (-40, new). Operating shows a product that is good with probability
 * 0.95, 0.85, 0.6 or 0.2; an inspection names the wear with probability 0.8, else any other level. gamma 0.95; 100
 * days. Nothing but the simulator is given.
 */
package org.teleost.envs.maintenance;
