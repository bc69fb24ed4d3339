/** What training needs of an off-policy learner, whatever its algorithm. */
package org.teleost.learn.agent;
