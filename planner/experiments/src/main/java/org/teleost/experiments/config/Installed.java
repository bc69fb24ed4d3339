package org.teleost.experiments.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;

/** What jars on the class path bring through service entries. */
public final class Installed {
    private Installed() {}

    /**
     * Everything that all providers of a kind bring.
     *
     * @param what names such a provider in an error, with its article
     * @throws ConfigException if a provider can't be loaded or asked; the message is one line
     */
    public static <P, T> List<T> all(Class<P> kind, String what, Function<P, Collection<? extends T>> content) {
        List<T> found = new ArrayList<>();
        String name = kind.getName();
        try {
            for (P provider : ServiceLoader.load(kind)) {
                name = provider.getClass().getName();
                found.addAll(content.apply(provider));
                name = kind.getName();
            }
            return found;
        } catch (ServiceConfigurationError e) {
            throw broken(what, reason(e), e);
        } catch (RuntimeException | LinkageError e) {
            throw broken(what, name + ": " + e, e);
        }
    }

    private static ConfigException broken(String what, String reason, Throwable fault) {
        return new ConfigException(
                what + " can't be loaded: " + reason.lines().findFirst().orElse(reason)
                        + "; repair or remove the jar that brings it",
                fault);
    }

    /** ServiceLoader names the provider and keeps what it threw as the cause. */
    private static String reason(ServiceConfigurationError fault) {
        return fault.getCause() == null ? fault.getMessage() : fault.getMessage() + ": " + fault.getCause();
    }
}
