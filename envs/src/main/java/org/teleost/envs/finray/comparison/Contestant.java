package org.teleost.envs.finray.comparison;

import java.util.function.Supplier;
import org.teleost.envs.finray.scoring.Objective;
import org.teleost.envs.finray.scoring.OffsetControl;

/**
 * A control that is compared.
 *
 * @param name for people and files, lower case letters, digits and dashes, for example {@code thrust-learned-1}
 * @param identity tells it from others of the same name in earlier runs
 * @param objective that it is meant for
 * @param learned a policy, else a sinusoid
 * @param source makes an instance for a thread
 */
public record Contestant(
        String name, String identity, Objective objective, boolean learned, Supplier<OffsetControl> source) {}
