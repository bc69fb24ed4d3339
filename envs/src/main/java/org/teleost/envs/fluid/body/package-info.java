/** Solid bodies in the flow by direct forcing at markers on their surface. */
package org.teleost.envs.fluid.body;
