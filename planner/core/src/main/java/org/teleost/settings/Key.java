package org.teleost.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a key of settings on a public field of their builder: the field's name, type and initial value are the key's
 * name, type and default, and this says the rest.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Key {
    /** One line: what it does, and which way to turn it where that isn't plain. */
    String meaning();

    /** Smallest allowed number. */
    double low() default Double.NEGATIVE_INFINITY;

    /** Largest allowed number. */
    double high() default Double.POSITIVE_INFINITY;

    /** True if the number must be greater than {@link #low}. */
    boolean aboveLow() default false;

    /** True if the number must be less than {@link #high}. */
    boolean belowHigh() default false;

    /** Unit of the number, empty for a plain count or share. */
    String unit() default "";

    /** The literature's name for it, empty if it has none. */
    String term() default "";

    /** What may be written, for types that are neither numbers nor choices. */
    String allowed() default "";

    /** Text of a default that isn't the same everywhere, for example {@code all cores}. */
    String standard() default "";
}
