/**
 * Problems as a user brings them who has a simulator and nothing else: dynamics and legal actions of another problem,
 * without its leaf value, proposals, history and rejuvenation.
 */
package org.teleost.envs.plain;
