package org.teleost.viewer.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.jcodec.api.FrameGrab;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.io.SeekableByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.viewer.fixtures.Golden;
import org.teleost.viewer.picture.Picture;

/** Files are read back with decoders that are not ours. */
class VideoFileTest {
    private static final int WIDTH = 96;
    private static final int HEIGHT = 64;
    private static final int PICTURES = 30;

    /** Blocks in the viewer's own colours; the white one moves. */
    private static final int[] COLORS = {0x15181D, 0x56B4E9, 0xF0E442, 0xE8603C, 0x2FBF8F, 0xF5F5F5};

    @TempDir
    private Path folder;

    private static Picture picture(int index) {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int color = COLORS[(x / 16 + index) % COLORS.length];
                int at = 3 * (y * WIDTH + x);
                rgb[at] = (byte) (color >> 16);
                rgb[at + 1] = (byte) (color >> 8);
                rgb[at + 2] = (byte) color;
            }
        }
        return new Picture(WIDTH, HEIGHT, rgb);
    }

    private Path write(String name) throws IOException {
        Path file = folder.resolve("videos").resolve(name);
        try (VideoFile video = VideoFile.create(file, new VideoFile.Shape(WIDTH, HEIGHT, PICTURES, 12.5))) {
            for (int i = 0; i < PICTURES; i++) {
                video.add(picture(i));
            }
        }
        return file;
    }

    /** Largest difference of a channel in the middles of the blocks. */
    private static int difference(Picture one, Picture other) {
        int most = 0;
        for (int x = 8; x < WIDTH; x += 16) {
            for (int shift = 0; shift <= 16; shift += 8) {
                int a = one.pixel(x, HEIGHT / 2) >> shift & 0xFF;
                int b = other.pixel(x, HEIGHT / 2) >> shift & 0xFF;
                most = Math.max(most, Math.abs(a - b));
            }
        }
        return most;
    }

    @Test
    void gifHasAllPicturesTheirColoursAndTheirRate() throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(write("a.gif").toFile())) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(PICTURES);
            for (int i = 0; i < PICTURES; i++) {
                assertThat(difference(picture(i), Golden.picture(reader.read(i))))
                        .isLessThanOrEqualTo(2);
            }
            IIOMetadataNode root =
                    (IIOMetadataNode) reader.getImageMetadata(3).getAsTree("javax_imageio_gif_image_1.0");
            IIOMetadataNode control = (IIOMetadataNode)
                    root.getElementsByTagName("GraphicControlExtension").item(0);
            assertThat(control.getAttribute("delayTime")).isEqualTo("8");
        } finally {
            reader.dispose();
        }
    }

    @Test
    void mp4HasAllPicturesTheirColoursAndTheirRate() throws Exception {
        List<Picture> read = new ArrayList<>();
        try (SeekableByteChannel channel =
                NIOUtils.readableChannel(write("a.mp4").toFile())) {
            FrameGrab grab = FrameGrab.createFrameGrab(channel);
            for (org.jcodec.common.model.Picture frame = grab.getNativeFrame();
                    frame != null;
                    frame = grab.getNativeFrame()) {
                read.add(decoded(frame));
            }
            assertThat(grab.getVideoTrack().getMeta().getTotalDuration()).isEqualTo(PICTURES / 12.5);
        }
        assertThat(read).hasSize(PICTURES);
        for (int i = 0; i < PICTURES; i++) {
            assertThat(difference(picture(i), read.get(i))).as("picture %d", i).isLessThanOrEqualTo(14);
        }
    }

    /** To RGB as players do: ITU-R BT.709, levels 16 to 235 are black to white. */
    private static Picture decoded(org.jcodec.common.model.Picture frame) {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double luma = (frame.getPlaneData(0)[y * frame.getPlaneWidth(0) + x] + 128 - 16) / 219.0;
                int chroma = y / 2 * frame.getPlaneWidth(1) + x / 2;
                double cb = frame.getPlaneData(1)[chroma] / 224.0;
                double cr = frame.getPlaneData(2)[chroma] / 224.0;
                int at = 3 * (y * WIDTH + x);
                rgb[at] = level(luma + 1.5748 * cr);
                rgb[at + 1] = level(luma - 0.1873 * cb - 0.4681 * cr);
                rgb[at + 2] = level(luma + 1.8556 * cb);
            }
        }
        return new Picture(WIDTH, HEIGHT, rgb);
    }

    private static byte level(double share) {
        return (byte) Math.round(255 * Math.max(0, Math.min(1, share)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.gif", "a.mp4", "a.apng"})
    void anUnfinishedVideoNeverAppearsAndAnOldOneStays(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "old");
        VideoFile video = VideoFile.create(file, new VideoFile.Shape(WIDTH, HEIGHT, 3, 4));
        video.add(picture(0));
        assertThatThrownBy(video::close).isInstanceOf(IOException.class).hasMessageContaining("only 1 of 3");
        assertThat(file).hasContent("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.gif", "a.mp4", "a.apng"})
    void aFolderInTheVideosPlaceIsNamed(String name) throws IOException {
        Path file = Files.createDirectory(folder.resolve(name));
        assertThatThrownBy(() -> VideoFile.create(file, new VideoFile.Shape(WIDTH, HEIGHT, 3, 4)))
                .hasMessageContaining("can't write " + file + ": it is a folder");
    }

    @Test
    void whatCannotBeWrittenIsRefusedWithAWayOut() {
        VideoFile.Shape odd = new VideoFile.Shape(95, HEIGHT, 1, 4);
        assertThatThrownBy(() -> VideoFile.create(folder.resolve("a.mp4"), odd))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("even width");
        assertThatThrownBy(() -> VideoFile.create(folder.resolve("a.avi"), odd))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("choose .apng, .png, .gif or .mp4");
        assertThatThrownBy(() -> new VideoFile.Shape(95, HEIGHT, 1, 0)).hasMessageContaining("picturesPerSecond=0");
    }
}
