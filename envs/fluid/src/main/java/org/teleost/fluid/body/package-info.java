/** Solid bodies in the flow by direct forcing at markers on their surface. */
package org.teleost.fluid.body;
