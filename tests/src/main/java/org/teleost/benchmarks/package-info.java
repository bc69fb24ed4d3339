/**
 * JMH benchmarks, each at two sizes where size matters. Run them with {@code mvn -B -ntp -Pbenchmarks -DskipTests
 * verify -Djmh=RandomStream}; the value is a JMH command line.
 */
package org.teleost.benchmarks;
