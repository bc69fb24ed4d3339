/** What a control of the offset achieves over whole periods, measured the same way for all of them. */
package org.teleost.envs.finray.scoring;
