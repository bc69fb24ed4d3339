package org.teleost.policy;

/** What a dense layer applies to its outputs, element by element. */
public enum Activation {
    /** y = x. */
    NONE,

    /** y = max(0, x). */
    RELU,

    /** y = tanh(x). */
    TANH
}
