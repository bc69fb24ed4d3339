/**
 * The flexible ray: a chain of inextensible links, its inertia and its elasticity, by itself ({@link FreeChain}) and
 * with the flow in one small linear system per step ({@link CoupledChain}).
 */
package org.teleost.fluid.chain;
