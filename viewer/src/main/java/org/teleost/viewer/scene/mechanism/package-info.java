/** Mechanisms that are swung up or driven: pendulum, cart-pole, mountain car. */
package org.teleost.viewer.scene.mechanism;
