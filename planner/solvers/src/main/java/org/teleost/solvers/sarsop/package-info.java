/**
 * SARSOP: an offline solver with a lower and an upper bound (Kurniawati, Hsu and Lee, RSS 2008). Beliefs are sparse,
 * and vectors cover only states that a belief may hold together, which is what mixed observability is worth (Ong, Png,
 * Hsu and Lee 2010), found in any table. May use {@code tabular}, {@code value} and {@code policy}.
 */
package org.teleost.solvers.sarsop;
