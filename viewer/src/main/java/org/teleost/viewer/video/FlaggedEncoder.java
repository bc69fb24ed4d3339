package org.teleost.viewer.video;

import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.codecs.h264.encode.RateControl;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.codecs.h264.io.model.VUIParameters;
import org.jcodec.common.model.Size;

/** An H.264 encoder of even quality that tells players how its levels are meant; without, they have to guess. */
final class FlaggedEncoder extends H264Encoder {
    /** Step of the quantiser, 0 to 51: fine enough for small text on a dark ground. */
    private static final int QUANTISER = 14;

    /** ITU-R BT.709 in tables E-3 to E-5 of the standard (ITU-T H.264, annex E). */
    private static final int BT_709 = 1;

    private static final int UNSPECIFIED_FORMAT = 5;

    FlaggedEncoder() {
        super(new EvenQuality());
    }

    @Override
    public SeqParameterSet initSPS(Size size) {
        SeqParameterSet parameters = super.initSPS(size);
        VUIParameters usability = new VUIParameters();
        usability.videoSignalTypePresentFlag = true;
        usability.videoFormat = UNSPECIFIED_FORMAT;
        usability.videoFullRangeFlag = false;
        usability.colourDescriptionPresentFlag = true;
        usability.colourPrimaries = BT_709;
        usability.transferCharacteristics = BT_709;
        usability.matrixCoefficients = BT_709;
        parameters.vuiParams = usability;
        return parameters;
    }

    /** The same quantiser everywhere. */
    private static final class EvenQuality implements RateControl {
        @Override
        public int startPicture(Size size, int most, SliceType type) {
            return QUANTISER;
        }

        @Override
        public int initialQpDelta() {
            return 0;
        }

        @Override
        public int accept(int bits) {
            return 0;
        }
    }
}
