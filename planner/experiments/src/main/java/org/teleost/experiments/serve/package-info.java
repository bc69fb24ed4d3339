/**
 * Control sessions for programs in any language: requests and answers as lines of JSON, see docs/serve.md. Owns the
 * messages and the sessions; knows neither pipes nor sockets.
 */
package org.teleost.experiments.serve;
