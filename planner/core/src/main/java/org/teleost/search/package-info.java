/**
 * Episodes down the tree: sample an action from the node's policy, simulate, find or create the child, add what was
 * seen. Reads preferences and never writes them, so it does not depend on {@code backup}. May use {@code random},
 * {@code model} and {@code tree}.
 */
package org.teleost.search;
