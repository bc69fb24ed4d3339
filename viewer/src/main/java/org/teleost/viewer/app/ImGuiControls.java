package org.teleost.viewer.app;

import imgui.ImFontConfig;
import imgui.ImGui;
import imgui.ImGuiIO;
import imgui.flag.ImGuiWindowFlags;
import imgui.gl3.ImGuiImplGl3;
import org.teleost.storage.PrivateFolder;
import org.teleost.viewer.canvas.Font;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.timeline.Timeline;

/** The strip drawn by Dear ImGui, which knows nothing of the window: events are handed to it. */
final class ImGuiControls implements Controls {
    private static final int HEIGHT = 46;
    private static final float TEXT = 15.0f;
    private static final int FLAGS = ImGuiWindowFlags.NoDecoration
            | ImGuiWindowFlags.NoMove
            | ImGuiWindowFlags.NoSavedSettings
            | ImGuiWindowFlags.NoBringToFrontOnFocus;

    private final ImGuiImplGl3 backend;
    private final ImGuiIO io;

    private ImGuiControls() {
        ImGuiLibrary.prepare(PrivateFolder.cache("imgui"));
        backend = new ImGuiImplGl3();
        ImGui.createContext();
        io = ImGui.getIO();
        io.setIniFilename(null);
        ImFontConfig font = new ImFontConfig();
        // or ImGui would free memory that belongs to Java
        font.setFontDataOwnedByAtlas(false);
        io.getFonts().addFontFromMemoryTTF(Font.fileBytes(), TEXT, font);
        font.destroy();
        ImGui.styleColorsDark();
        ImGui.getStyle().setWindowRounding(0);
        ImGui.getStyle().setFrameRounding(3);
        backend.init("#version 330 core");
    }

    /** The strip, or {@link Controls#NONE} on machines that ImGui has no native library for. */
    static Controls open() {
        try {
            return new ImGuiControls();
        } catch (LinkageError e) {
            return NONE;
        }
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public void move(double x, double y) {
        io.addMousePosEvent((float) x, (float) y);
    }

    @Override
    public void button(int button, boolean down) {
        io.addMouseButtonEvent(button, down);
    }

    @Override
    public void draw(ViewerSession session, int width, int windowHeight, double seconds) {
        io.setDisplaySize(width, windowHeight);
        io.setDeltaTime((float) Math.max(1e-4, seconds));
        backend.newFrame();
        ImGui.newFrame();
        ImGui.setNextWindowPos(0, windowHeight - HEIGHT);
        ImGui.setNextWindowSize(width, HEIGHT);
        ImGui.begin("controls", FLAGS);
        transport(session);
        range(session);
        layers(session);
        button(session, "Whole world", Command.CAMERA_TOP);
        button(session, "Close", Command.CAMERA_CLOSE);
        button(session, "Save PNG", Command.SCREENSHOT);
        button(session, "Help", Command.HELP);
        ImGui.end();
        ImGui.render();
        backend.renderDrawData(ImGui.getDrawData());
    }

    private static void transport(ViewerSession session) {
        Timeline timeline = session.timeline();
        button(session, "|<", Command.FIRST);
        button(session, "<", Command.PREVIOUS);
        button(session, timeline.mode() == Timeline.Mode.PAUSED ? "Play " : "Pause", Command.TOGGLE_PLAY);
        button(session, ">", Command.NEXT);
        button(session, ">|", Command.LAST);
        if (session.live()) {
            button(session, "Live", Command.FOLLOW);
        }
        button(session, "-##speed", Command.SLOWER);
        double speed = timeline.speed();
        ImGui.textUnformatted(speed < 1 ? "1/" + Math.round(1 / speed) + "x" : Math.round(speed) + "x");
        ImGui.sameLine();
        button(session, "=##speed", Command.FASTER);
        if (ImGui.checkbox("loop", timeline.loop())) {
            session.handle(Command.LOOP);
        }
        ImGui.sameLine();
    }

    private static void range(ViewerSession session) {
        button(session, "In", Command.SET_IN);
        button(session, "Out", Command.SET_OUT);
        Timeline timeline = session.timeline();
        if (timeline.hasRange()) {
            button(session, "All steps (now " + timeline.first() + "-" + timeline.last() + ")", Command.CLEAR_RANGE);
        }
    }

    private static void layers(ViewerSession session) {
        for (Layer layer : Layer.values()) {
            if (!session.offers(layer)) {
                continue;
            }
            if (ImGui.checkbox(layer.text(), session.layers().contains(layer))) {
                session.toggle(layer);
            }
            ImGui.sameLine();
        }
    }

    private static void button(ViewerSession session, String text, Command command) {
        if (ImGui.button(text)) {
            session.handle(command);
        }
        ImGui.sameLine();
    }

    @Override
    public void close() {
        backend.shutdown();
        ImGui.destroyContext();
    }
}
