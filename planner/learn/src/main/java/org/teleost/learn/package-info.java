/**
 * Learning: soft actor-critic on ND4J and asynchronous parallel training. What is controlled is an {@code Environment}
 * of {@code org.teleost.problem}. Packages read in the order of the data: {@code replay} (transitions), {@code network}
 * and {@code sac} (the learner), {@code apt} (actors and learner side by side), {@code checkpoint} and {@code export}
 * (what stays).
 */
package org.teleost.learn;
