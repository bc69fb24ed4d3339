/**
 * AR-DESPOT (Ye, Somani, Hsu and Lee, "DESPOT: Online POMDP planning with regularization", JAIR 58, 2017), written from
 * the paper: a tree over K sampled scenarios, upper and lower bounds, regularisation by the size of the policy.
 */
package org.teleost.baselines.despot;
