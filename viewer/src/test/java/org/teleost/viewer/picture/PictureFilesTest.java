package org.teleost.viewer.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.viewer.fixtures.Golden;

class PictureFilesTest {
    @TempDir
    private Path folder;

    /** A pattern that no filter or byte order maps to itself. */
    private static Picture pattern(int width, int height, int seed) {
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i * 31 + i / 7 * seed);
        }
        return new Picture(width, height, rgb);
    }

    @Test
    void othersReadOurPngPixelByPixel() throws IOException {
        for (int width : new int[] {1, 4, 13, 207}) {
            Path file = folder.resolve("sub/" + width + ".png");
            Picture picture = pattern(width, 5, 3);
            PngFile.write(picture, file);
            Picture read = Golden.picture(ImageIO.read(file.toFile()));
            assertThat(read.rgb()).isEqualTo(picture.rgb());
        }
    }

    @Test
    void anEndingOfAnotherFormatIsRefused() {
        for (String name : new String[] {"a.jpg", "a.svg", "png", "a"}) {
            Path file = folder.resolve(name);
            assertThatThrownBy(() -> PngFile.write(pattern(2, 2, 1), file))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("choose .png");
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void animationHasItsPicturesInOrderAndItsFirstIsAPlainPng() throws IOException {
        Path file = folder.resolve("a.apng");
        try (ApngFile video = new ApngFile(file, 6, 4, 3, 10)) {
            for (int i = 0; i < 3; i++) {
                video.add(pattern(6, 4, i));
            }
        }
        assertThat(chunks(file))
                .containsExactly("IHDR", "acTL", "fcTL", "IDAT", "fcTL", "fdAT", "fcTL", "fdAT", "IEND");
        Picture first = Golden.picture(ImageIO.read(file.toFile()));
        assertThat(first.rgb()).isEqualTo(pattern(6, 4, 0).rgb());
    }

    @Test
    void anAnimationThatLacksPicturesIsReported() throws IOException {
        ApngFile video = new ApngFile(folder.resolve("b.apng"), 6, 4, 2, 10);
        video.add(pattern(6, 4, 1));
        assertThatThrownBy(video::close).isInstanceOf(IOException.class).hasMessageContaining("1 of 2 pictures");
        assertThat(folder.resolve("b.apng")).doesNotExist();
    }

    @Test
    void picturesOfAnotherSizeAreRefused() throws IOException {
        ApngFile video = new ApngFile(folder.resolve("c.apng"), 6, 4, 1, 10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> video.add(pattern(5, 4, 1)))
                .withMessageContaining("expected 6x4");
        assertThatThrownBy(video::close).isInstanceOf(IOException.class);
    }

    /** Names of all chunks, each checked against its CRC. */
    private static List<String> chunks(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).position(8);
        List<String> names = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] content = new byte[bytes.getInt() + 4];
            bytes.get(content);
            CRC32 crc = new CRC32();
            crc.update(content);
            assertThat((int) crc.getValue()).isEqualTo(bytes.getInt());
            names.add(new String(content, 0, 4, StandardCharsets.US_ASCII));
        }
        return names;
    }
}
