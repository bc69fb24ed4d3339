/** The Tiger problem: two doors, one tiger. */
package org.teleost.viewer.scene.tiger;
