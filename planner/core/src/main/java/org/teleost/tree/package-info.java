/**
 * The belief tree as flat primitive tensors: nodes, action edges, observation edges, and the table that finds a child.
 * Stores counts, sums and preferences and gives them no meaning. Knows nothing of the belief.
 */
package org.teleost.tree;
