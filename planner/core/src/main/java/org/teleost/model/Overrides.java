package org.teleost.model;

/** Tells defaults of {@link GenerativeModel} from what a model brings. */
final class Overrides {
    private Overrides() {}

    /** Whether the class or one above it declares the method, rather than the interface. */
    static boolean declares(Class<?> type, String method, Class<?>... parameters) {
        try {
            return type.getMethod(method, parameters).getDeclaringClass() != GenerativeModel.class;
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }
}
