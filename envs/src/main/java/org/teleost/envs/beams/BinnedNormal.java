package org.teleost.envs.beams;

import org.teleost.random.RandomStream;

/** A normal law over {@link ReadingBins}: log-probabilities in a table, draws by Walker's alias method (1977). */
public final class BinnedNormal {
    private static final long FRACTION = (1L << 53) - 1;

    private final float[] logMass = new float[ReadingBins.COUNT];
    private final double[] keep = new double[ReadingBins.COUNT];
    private final byte[] alias = new byte[ReadingBins.COUNT];

    public BinnedNormal(ReadingBins bins, double mean, double deviation) {
        double[] share = new double[ReadingBins.COUNT];
        for (int bin = 0; bin < share.length; bin++) {
            double log = bins.logMass(bin, mean, deviation);
            logMass[bin] = (float) log;
            share[bin] = Math.exp(log) * share.length;
        }
        pair(share);
    }

    /** Every bin with less than its share is filled up by one that has more. */
    private void pair(double[] share) {
        int[] poor = new int[share.length];
        int[] rich = new int[share.length];
        int poorCount = 0;
        int richCount = 0;
        for (int bin = 0; bin < share.length; bin++) {
            keep[bin] = 1.0;
            alias[bin] = (byte) bin;
            if (share[bin] < 1.0) {
                poor[poorCount++] = bin;
            } else {
                rich[richCount++] = bin;
            }
        }
        while (poorCount > 0 && richCount > 0) {
            int low = poor[--poorCount];
            int high = rich[richCount - 1];
            keep[low] = share[low];
            alias[low] = (byte) high;
            share[high] -= 1.0 - share[low];
            if (share[high] < 1.0) {
                richCount--;
                poor[poorCount++] = high;
            }
        }
    }

    /** log P(bin). */
    public float logMass(int bin) {
        return logMass[bin];
    }

    /** Draws a bin; one number of the stream. */
    public int draw(RandomStream stream) {
        long bits = stream.nextLong();
        int bin = (int) (bits >>> 56);
        return (bits & FRACTION) * 0x1.0p-53 < keep[bin] ? bin : alias[bin] & 0xFF;
    }
}
