package org.teleost.viewer.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.common.Codec;
import org.jcodec.common.MuxerTrack;
import org.jcodec.common.VideoCodecMeta;
import org.jcodec.common.VideoEncoder;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.io.SeekableByteChannel;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Size;
import org.jcodec.containers.mp4.muxer.MP4Muxer;
import org.teleost.storage.WholeFile;
import org.teleost.storage.WriteFailure;
import org.teleost.viewer.picture.Picture;

/** H.264 in MP4: small, plays everywhere, not lossless. */
final class Mp4Video implements VideoFile {
    /** A whole picture at least this often, so that players can seek. */
    private static final int KEY_INTERVAL = 24;

    private static final int TICKS_PER_SECOND = 90_000;
    private static final int ROOM = 1 << 16;

    private final Path file;
    private final Shape shape;
    private final WholeFile whole;
    private final SeekableByteChannel out;
    private final MP4Muxer muxer;
    private final MuxerTrack track;
    private final H264Encoder encoder;
    private final VideoLevels levels;
    private final ByteBuffer buffer;
    private int written;

    Mp4Video(Path file, Shape shape) throws IOException {
        if (shape.width() % 2 != 0 || shape.height() % 2 != 0) {
            throw new IllegalArgumentException("video " + file + " of " + shape.width() + "x" + shape.height()
                    + ": MP4 needs an even width and an even height; choose another --size, or .apng or .gif");
        }
        this.file = file;
        this.shape = shape;
        encoder = new FlaggedEncoder();
        encoder.setKeyInterval(KEY_INTERVAL);
        levels = new VideoLevels(shape.width(), shape.height());
        buffer = ByteBuffer.allocate(2 * encoder.estimateBufferSize(levels.picture()) + ROOM);
        whole = WholeFile.begin(file);
        out = NIOUtils.writableChannel(whole.draft().toFile());
        muxer = MP4Muxer.createMP4MuxerToChannel(out);
        track = muxer.addVideoTrack(
                Codec.H264,
                VideoCodecMeta.createSimpleVideoCodecMeta(new Size(shape.width(), shape.height()), ColorSpace.YUV420));
    }

    @Override
    public void add(Picture picture) throws IOException {
        shape.requireNext(file, picture, written);
        levels.take(picture);
        buffer.clear();
        VideoEncoder.EncodedFrame frame = encoder.encodeFrame(levels.picture(), buffer);
        Packet.FrameType type = frame.isKeyFrame() ? Packet.FrameType.KEY : Packet.FrameType.INTER;
        long start = ticks(written);
        ByteBuffer bytes = NIOUtils.clone(frame.getData());
        track.addFrame(
                Packet.createPacket(bytes, start, TICKS_PER_SECOND, ticks(written + 1) - start, written, type, null));
        written++;
    }

    private long ticks(int picture) {
        return Math.round(picture * TICKS_PER_SECOND / shape.picturesPerSecond());
    }

    @Override
    public void close() throws IOException {
        try (whole) {
            try (out) {
                if (written == shape.pictures()) {
                    muxer.finish();
                }
            } catch (IOException e) {
                throw WriteFailure.of(file, e);
            }
            shape.requireAll(file, written);
            whole.finish();
        }
    }
}
