package org.teleost.envs.beams;

import org.teleost.random.RandomStream;

/** Draws from given probabilities with one number and one look (Walker's alias method, 1977). */
public final class AliasTable {
    private final int shift;
    private final double[] keep;
    private final byte[] alias;

    /** @param probabilities at most 256 of them, a power of two; they are scaled to sum 1 */
    public AliasTable(double[] probabilities) {
        int count = probabilities.length;
        if (count < 2 || count > 256 || Integer.bitCount(count) != 1) {
            throw new IllegalArgumentException("count=" + count + "; a power of two up to 256 is needed");
        }
        shift = 64 - Integer.numberOfTrailingZeros(count);
        keep = new double[count];
        alias = new byte[count];
        double sum = 0.0;
        for (double probability : probabilities) {
            sum += probability;
        }
        double[] share = new double[count];
        for (int i = 0; i < count; i++) {
            share[i] = probabilities[i] / sum * count;
        }
        pair(share);
    }

    /** Every entry with less than its share is filled up by one that has more. */
    private void pair(double[] share) {
        int[] poor = new int[share.length];
        int[] rich = new int[share.length];
        int poorCount = 0;
        int richCount = 0;
        for (int i = 0; i < share.length; i++) {
            keep[i] = 1.0;
            alias[i] = (byte) i;
            if (share[i] < 1.0) {
                poor[poorCount++] = i;
            } else {
                rich[richCount++] = i;
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

    /** Draws an entry; one number of the stream. */
    public int draw(RandomStream stream) {
        long bits = stream.nextLong();
        int entry = (int) (bits >>> shift);
        return (bits & (1L << 53) - 1) * 0x1.0p-53 < keep[entry] ? entry : alias[entry] & 0xFF;
    }
}
