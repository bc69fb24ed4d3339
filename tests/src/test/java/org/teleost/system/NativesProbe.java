package org.teleost.system;

import imgui.ImGui;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import org.teleost.cuda.source.ProgramCache;
import org.teleost.learn.network.BlasKernel;
import org.teleost.learn.network.Products;
import org.teleost.storage.PrivateFolder;
import org.teleost.viewer.canvas.Font;

/** A process that loads every native library there is and prints where each came from. */
final class NativesProbe {
    private NativesProbe() {}

    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        Class<?> imgui = Class.forName("org.teleost.viewer.app.ImGuiLibrary");
        Method prepare = imgui.getDeclaredMethod("prepare", Path.class);
        prepare.setAccessible(true);
        prepare.invoke(null, PrivateFolder.cache("imgui"));
        ImGui.createContext();
        Class<?> gl = Class.forName("org.teleost.viewer.gl.GlLibrary");
        Method quiet = gl.getDeclaredMethod("prepare");
        quiet.setAccessible(true);
        quiet.invoke(null);
        new Font().close();
        System.out.println("products " + Products.standard().getClass().getSimpleName());
        System.out.println("kernel " + BlasKernel.inUse());
        System.out.println("programs " + ProgramCache.class.getSimpleName() + " " + PrivateFolder.cache("programs"));
        try (var lines = Files.lines(Path.of("/proc/self/maps"))) {
            lines.filter(line -> line.contains(".so"))
                    .map(line -> line.substring(line.indexOf('/')))
                    .distinct()
                    .forEach(file -> System.out.println("loaded " + file));
        }
    }
}
