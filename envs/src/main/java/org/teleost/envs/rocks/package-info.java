/**
 * What RockSample and MARS share: the rock field with its tables ({@link org.teleost.envs.rocks.RockMap}), exact rock
 * marginals as history lanes ({@link org.teleost.envs.rocks.RockOdds}), a leaf value that knows uncertainty
 * ({@link org.teleost.envs.rocks.RockTour}) and an action prior ({@link org.teleost.envs.rocks.RoverProposal}).
 */
package org.teleost.envs.rocks;
