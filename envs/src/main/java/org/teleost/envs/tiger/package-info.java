/**
 * Tiger (Kaelbling, Littman and Cassandra, "Planning and acting in partially observable stochastic domains", AIJ 1998).
 *
 * <p>State: the tiger is behind the left (0) or right (1) door, 1/2 each at the start. Actions: listen (reward -1),
 * open-left, open-right (reward -100 for the tiger's door, +10 for the other). Opening draws the tiger's side anew, 1/2
 * each, and the episode goes on; it never ends. Observations: growl-left (0), growl-right (1); listening hears the
 * tiger's side with probability 0.85, after opening both have probability 1/2 whatever the state. gamma 0.95; 100
 * steps. The optimal value of the start belief is 19.3714: a door is opened at a net lead of two hearings.
 *
 * <p>History lane: lead, growls heard left minus right since a door was last opened.
 */
package org.teleost.envs.tiger;
