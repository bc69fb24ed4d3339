package org.teleost.policy;

/** What a dense layer applies to its outputs, element by element. */
public enum Activation {
    NONE,
    RELU,
    TANH
}
