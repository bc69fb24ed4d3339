package org.teleost.viewer.video;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.teleost.storage.WholeFile;
import org.teleost.storage.WriteFailure;
import org.teleost.viewer.picture.Picture;

/** GIF that plays in a loop; each picture has 256 colours of its own. */
final class GifVideo implements VideoFile {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    private final Path file;
    private final Shape shape;
    private final WholeFile whole;
    private final ImageWriter writer;
    private final ImageOutputStream out;
    private final BufferedImage image;
    private int written;

    GifVideo(Path file, Shape shape) throws IOException {
        this.file = file;
        this.shape = shape;
        whole = WholeFile.begin(file);
        image = new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_INT_RGB);
        writer = ImageIO.getImageWritersByFormatName("gif").next();
        out = ImageIO.createImageOutputStream(whole.draft().toFile());
        if (out == null) {
            writer.dispose();
            whole.close();
            throw new IOException("can't write " + file + "; check folder and permissions");
        }
        writer.setOutput(out);
        writer.prepareWriteSequence(null);
    }

    @Override
    public void add(Picture picture) throws IOException {
        shape.requireNext(file, picture, written);
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                image.setRGB(x, y, picture.pixel(x, y));
            }
        }
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        control(root);
        if (written == 0) {
            loop(root);
        }
        metadata.setFromTree(FORMAT, root);
        writer.writeToSequence(new IIOImage(image, null, metadata), null);
        written++;
    }

    /** Delays are hundredths of a second; players take less than two for ten. */
    private void control(IIOMetadataNode root) {
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        long delay = Math.max(2, Math.min(65_535, Math.round(100.0 / shape.picturesPerSecond())));
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Long.toString(delay));
    }

    /** The extension that browsers know: repeat without end. */
    private static void loop(IIOMetadataNode root) {
        IIOMetadataNode extension = new IIOMetadataNode("ApplicationExtension");
        extension.setAttribute("applicationID", "NETSCAPE");
        extension.setAttribute("authenticationCode", "2.0");
        extension.setUserObject(new byte[] {1, 0, 0});
        child(root, "ApplicationExtensions").appendChild(extension);
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        IIOMetadataNode child = new IIOMetadataNode(name);
        root.appendChild(child);
        return child;
    }

    @Override
    public void close() throws IOException {
        try (whole) {
            try (out) {
                if (written == shape.pictures()) {
                    writer.endWriteSequence();
                }
            } catch (IOException e) {
                throw WriteFailure.of(file, e);
            } finally {
                writer.dispose();
            }
            shape.requireAll(file, written);
            whole.finish();
        }
    }
}
