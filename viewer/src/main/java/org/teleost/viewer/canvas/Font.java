package org.teleost.viewer.canvas;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;
import org.lwjgl.stb.STBTTFontinfo;
import org.lwjgl.stb.STBTruetype;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/**
 * DejaVu Sans at any height, in units of which {@link #scaleTo} pixels make one. Characters are drawn by stb_truetype
 * when first asked for and kept in an atlas of coverage bytes; they sit on whole pixels, so that text is crisp and the
 * same everywhere. Not thread safe.
 */
public final class Font implements AutoCloseable {
    /** Pixels per side of the atlas. */
    public static final int ATLAS = 2048;

    private static final String FILE = "DejaVuSans.ttf";
    private static final int GAP = 1;
    private static final String ELLIPSIS = "\u2026";

    private final ByteBuffer file;
    private final STBTTFontinfo info;
    private final Map<Long, Glyph> glyphs = new HashMap<>();
    private final ByteBuffer atlas = MemoryUtil.memCalloc(ATLAS * ATLAS);
    private int shelfX = GAP;
    private int shelfY = GAP;
    private int shelfHeight;
    private int version;
    private double scale = 1;

    /** Loads the font that is part of this program. */
    public Font() {
        file = load();
        info = STBTTFontinfo.malloc();
        if (!STBTruetype.stbtt_InitFont(info, file)) {
            throw new IllegalStateException(FILE + " is no TrueType font");
        }
    }

    private static ByteBuffer load() {
        byte[] bytes = fileBytes();
        return MemoryUtil.memAlloc(bytes.length).put(bytes).flip();
    }

    /** The TrueType file, for others that draw text themselves. */
    public static byte[] fileBytes() {
        try (InputStream in = Font.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing beside " + Font.class.getName());
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + FILE, e);
        }
    }

    /** From now on a unit is so many pixels. What was drawn at another scale is forgotten. */
    void scaleTo(double pixelsPerUnit) {
        if (pixelsPerUnit == scale) {
            return;
        }
        scale = pixelsPerUnit;
        glyphs.clear();
        MemoryUtil.memSet(atlas, 0);
        shelfX = GAP;
        shelfY = GAP;
        shelfHeight = 0;
        version++;
    }

    /** Whole pixels of a height. */
    int pixels(int height) {
        return (int) Math.max(1, Math.round(scale * height));
    }

    /** Width of a text in units, rounded up. */
    public int width(String text, int height) {
        int pixels = pixels(height);
        int sum = text.codePoints().map(c -> glyph(c, pixels).advance()).sum();
        return (int) Math.ceil(sum / scale - 1e-9);
    }

    /** The text itself or, when it is wider, its beginning with an ellipsis. */
    public String shorten(String text, int height, double maxWidth) {
        int pixels = pixels(height);
        double most = scale * maxWidth;
        double room = scale * (maxWidth - width(ELLIPSIS, height));
        int fits = 0;
        int used = 0;
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            if (used <= room) {
                fits = at;
            }
            used += glyph(text.codePointAt(at), pixels).advance();
            // what follows can't be seen, and a text may be as long as its sender liked
            if (used > most + 1e-9) {
                return text.substring(0, fits).stripTrailing() + ELLIPSIS;
            }
        }
        return text;
    }

    /** Coverage bytes of the atlas, rows from the top. */
    public ByteBuffer atlas() {
        return atlas;
    }

    /** Changes whenever the atlas does. */
    public int version() {
        return version;
    }

    Glyph glyph(int codePoint, int pixelHeight) {
        long key = (long) pixelHeight << 32 | codePoint;
        Glyph known = glyphs.get(key);
        if (known == null) {
            known = draw(codePoint, pixelHeight);
            glyphs.put(key, known);
        }
        return known;
    }

    private Glyph draw(int codePoint, int pixelHeight) {
        float scale = STBTruetype.stbtt_ScaleForMappingEmToPixels(info, pixelHeight);
        int index = STBTruetype.stbtt_FindGlyphIndex(info, codePoint);
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer box = stack.mallocInt(4);
            IntBuffer advance = stack.mallocInt(1);
            IntBuffer bearing = stack.mallocInt(1);
            STBTruetype.stbtt_GetGlyphHMetrics(info, index, advance, bearing);
            int step = Math.round(scale * advance.get(0));
            STBTruetype.nstbtt_GetGlyphBitmapBox(
                    info.address(),
                    index,
                    scale,
                    scale,
                    MemoryUtil.memAddress(box),
                    MemoryUtil.memAddress(box) + 4,
                    MemoryUtil.memAddress(box) + 8,
                    MemoryUtil.memAddress(box) + 12);
            int width = box.get(2) - box.get(0);
            int height = box.get(3) - box.get(1);
            if (width <= 0 || height <= 0 || !reserve(width, height)) {
                return new Glyph(0, 0, 0, 0, 0, 0, step);
            }
            int x = shelfX;
            int y = shelfY;
            shelfX += width + GAP;
            ByteBuffer target = MemoryUtil.memSlice(atlas, y * ATLAS + x, ATLAS * (ATLAS - y) - x);
            STBTruetype.stbtt_MakeGlyphBitmap(info, target, width, height, ATLAS, scale, scale, index);
            version++;
            return new Glyph(x, y, width, height, box.get(0), box.get(1), step);
        }
    }

    /** Finds room on the current shelf or the next; false when the atlas is full, and the character stays blank. */
    private boolean reserve(int width, int height) {
        if (shelfX + width + GAP > ATLAS) {
            shelfX = GAP;
            shelfY += shelfHeight + GAP;
            shelfHeight = 0;
        }
        if (shelfY + height + GAP > ATLAS || width + 2 * GAP > ATLAS) {
            return false;
        }
        shelfHeight = Math.max(shelfHeight, height);
        return true;
    }

    @Override
    public void close() {
        info.free();
        MemoryUtil.memFree(file);
        MemoryUtil.memFree(atlas);
    }
}
