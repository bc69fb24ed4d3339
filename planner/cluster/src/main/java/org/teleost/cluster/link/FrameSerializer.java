package org.teleost.cluster.link;

import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.serialization.JSerializer;

/** Frames as they are: what they mean is decoded later, with every length checked. Pekko makes it by its name. */
public final class FrameSerializer extends JSerializer {
    private static final int IDENTIFIER = 7_400_301;

    /** Pekko's constructor. */
    public FrameSerializer(ExtendedActorSystem system) {}

    @Override
    public int identifier() {
        return IDENTIFIER;
    }

    @Override
    public boolean includeManifest() {
        return false;
    }

    @Override
    public byte[] toBinary(Object frame) {
        return ((Frame) frame).bytes();
    }

    @Override
    public Object fromBinaryJava(byte[] bytes, Class<?> manifest) {
        return new Frame(bytes);
    }
}
