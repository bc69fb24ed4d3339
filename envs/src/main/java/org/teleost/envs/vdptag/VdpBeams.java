package org.teleost.envs.vdptag;

import java.util.Locale;
import org.teleost.envs.beams.Beams;
import org.teleost.envs.beams.BinnedNormal;
import org.teleost.envs.beams.ReadingBins;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** Readings of the eight beams and their likelihood. */
final class VdpBeams {
    private static final double LOOK_DEVIATION = 0.1;
    private static final double DEVIATION = 5.0;
    private static final double BACKGROUND = 1.0;
    private static final ReadingBins BINS = ReadingBins.refined(-18.0, 1.0, 0.0, 10.0, 0.05);

    private final BinnedNormal background = new BinnedNormal(BINS, BACKGROUND, DEVIATION);

    long read(State state, boolean look, RandomStream stream) {
        int active = beam(state);
        long key = 0;
        for (int beam = 0; beam < Beams.COUNT; beam++) {
            if (beam != active) {
                key |= Beams.key(beam, background.draw(stream));
            }
        }
        double reading = VanDerPol.distance(state) + deviation(look) * stream.nextGaussian();
        return key | Beams.key(active, BINS.bin(reading));
    }

    double logLikelihood(long key, boolean look, State state) {
        int active = beam(state);
        double sum = BINS.logMass(Beams.bin(key, active), VanDerPol.distance(state), deviation(look));
        for (int beam = 0; beam < Beams.COUNT; beam++) {
            if (beam != active) {
                sum += background.logMass(Beams.bin(key, beam));
            }
        }
        return sum;
    }

    private static double deviation(boolean look) {
        return look ? LOOK_DEVIATION : DEVIATION;
    }

    private static int beam(State state) {
        return Beams.towards(
                state.floats[VanDerPol.TARGET_X] - state.floats[VanDerPol.AGENT_X],
                state.floats[VanDerPol.TARGET_Y] - state.floats[VanDerPol.AGENT_Y]);
    }

    static String text(long key) {
        StringBuilder text = new StringBuilder("beams");
        for (int beam = 0; beam < Beams.COUNT; beam++) {
            text.append(String.format(Locale.ROOT, " %.2f", BINS.middle(Beams.bin(key, beam))));
        }
        return text.toString();
    }
}
