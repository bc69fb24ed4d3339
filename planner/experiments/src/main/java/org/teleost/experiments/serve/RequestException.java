package org.teleost.experiments.serve;

/** A request that can't be done; the message names the member, its value and what is allowed. */
final class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RequestException(String message) {
        super(message);
    }
}
