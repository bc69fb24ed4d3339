/** The flexible ray: a chain of inextensible links, its inertia and its elasticity. */
package org.teleost.fluid.chain;
