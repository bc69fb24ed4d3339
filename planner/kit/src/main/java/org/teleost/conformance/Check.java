package org.teleost.conformance;

/** One promise of the model interface, tried on a model. */
interface Check {

    /** Name in findings. */
    String name();

    /** Tries the promise; reports what is broken to the subject. Exceptions of the model may pass through. */
    void run(Subject subject);
}
