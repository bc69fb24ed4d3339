package org.teleost.envs.beams;

import org.teleost.random.RandomStream;

/** A normal law over {@link ReadingBins}: log-probabilities and draws by table. */
public final class BinnedNormal {
    private final float[] logMass = new float[ReadingBins.COUNT];
    private final AliasTable draws;

    public BinnedNormal(ReadingBins bins, double mean, double deviation) {
        double[] mass = new double[ReadingBins.COUNT];
        for (int bin = 0; bin < mass.length; bin++) {
            double log = bins.logMass(bin, mean, deviation);
            logMass[bin] = (float) log;
            mass[bin] = Math.exp(log);
        }
        draws = new AliasTable(mass);
    }

    /** log P(bin). */
    public float logMass(int bin) {
        return logMass[bin];
    }

    /** Draws a bin; one number of the stream. */
    public int draw(RandomStream stream) {
        return draws.draw(stream);
    }
}
