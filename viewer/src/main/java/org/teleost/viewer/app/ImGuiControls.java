package org.teleost.viewer.app;

import imgui.ImFontConfig;
import imgui.ImGui;
import imgui.ImGuiIO;
import imgui.flag.ImGuiWindowFlags;
import imgui.gl3.ImGuiImplGl3;
import imgui.type.ImInt;
import java.util.List;
import org.teleost.storage.PrivateFolder;
import org.teleost.viewer.canvas.Font;

/** The strip drawn by Dear ImGui, which knows nothing of the window: events are handed to it. */
final class ImGuiControls implements Controls {
    private static final int HEIGHT = 46;
    private static final int TEXT = 15;
    private static final int LANE_WIDTH = 90;
    private static final String MORE = "More";
    private static final int FLAGS = ImGuiWindowFlags.NoDecoration
            | ImGuiWindowFlags.NoMove
            | ImGuiWindowFlags.NoSavedSettings
            | ImGuiWindowFlags.NoBringToFrontOnFocus;

    private ImGuiImplGl3 backend;
    private ImGuiIO io;
    private double scale = 1;

    private ImGuiControls() {
        ImGuiLibrary.prepare(PrivateFolder.cache("imgui"));
        start();
    }

    /** Glyphs are made for one scale, so that another one begins anew. */
    private void start() {
        backend = new ImGuiImplGl3();
        ImGui.createContext();
        io = ImGui.getIO();
        io.setIniFilename(null);
        ImFontConfig font = new ImFontConfig();
        // or ImGui would free memory that belongs to Java
        font.setFontDataOwnedByAtlas(false);
        io.getFonts().addFontFromMemoryTTF(Font.fileBytes(), (float) Math.round(TEXT * scale), font);
        font.destroy();
        ImGui.styleColorsDark();
        ImGui.getStyle().setWindowRounding(0);
        ImGui.getStyle().setFrameRounding(3);
        ImGui.getStyle().scaleAllSizes((float) scale);
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
        return (int) Math.round(HEIGHT * scale);
    }

    @Override
    public void setScale(double pixelsPerUnit) {
        if (pixelsPerUnit != scale) {
            close();
            scale = pixelsPerUnit;
            start();
        }
    }

    @Override
    public boolean covers() {
        return io.getWantCaptureMouse();
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
        ImGui.setNextWindowPos(0, windowHeight - height());
        ImGui.setNextWindowSize(width, height());
        ImGui.begin("controls", FLAGS);
        strip(session, StripItem.of(session), width);
        ImGui.end();
        ImGui.render();
        backend.renderDrawData(ImGui.getDrawData());
    }

    /** As many items as fit, the others one below the other under a button at the end. */
    private void strip(ViewerSession session, List<StripItem> items, int width) {
        float gap = ImGui.getStyle().getItemSpacingX();
        float room = width - 2 * ImGui.getStyle().getWindowPaddingX();
        float all = 0;
        for (StripItem item : items) {
            all += width(item) + gap;
        }
        float left = all <= room + gap ? room + gap : room - width(new StripItem.Button(MORE, Command.HELP));
        int shown = 0;
        for (; shown < items.size() && width(items.get(shown)) <= left; shown++) {
            left -= width(items.get(shown)) + gap;
            draw(session, items.get(shown));
            ImGui.sameLine();
        }
        if (shown < items.size()) {
            if (ImGui.button(MORE)) {
                ImGui.openPopup(MORE);
            }
            if (ImGui.beginPopup(MORE)) {
                items.subList(shown, items.size()).forEach(item -> draw(session, item));
                ImGui.endPopup();
            }
        }
    }

    private float width(StripItem item) {
        float padding = ImGui.getStyle().getFramePaddingX();
        if (item instanceof StripItem.Button button) {
            return ImGui.calcTextSize(button.text()).x + 2 * padding;
        }
        if (item instanceof StripItem.Check check) {
            float inner = ImGui.getStyle().getItemInnerSpacingX();
            return ImGui.getFrameHeight() + inner + ImGui.calcTextSize(check.text()).x;
        }
        if (item instanceof StripItem.Words words) {
            return ImGui.calcTextSize(words.text()).x;
        }
        return (float) (LANE_WIDTH * scale);
    }

    private void draw(ViewerSession session, StripItem item) {
        if (item instanceof StripItem.Button button) {
            // the command tells apart buttons of one text
            if (ImGui.button(button.text() + "##" + button.command())) {
                session.handle(button.command());
            }
            tip(button.command());
        } else if (item instanceof StripItem.Check check) {
            if (ImGui.checkbox(check.text() + "##" + check.command(), check.on())) {
                session.handle(check.command());
            }
            tip(check.command());
        } else if (item instanceof StripItem.Words words) {
            ImGui.alignTextToFramePadding();
            ImGui.textUnformatted(words.text());
        } else if (item instanceof StripItem.Lane lane) {
            lane(session, lane);
        }
    }

    private void lane(ViewerSession session, StripItem.Lane lane) {
        ImInt chosen = new ImInt(Math.max(0, lane.lanes().indexOf(lane.chosen())));
        ImGui.setNextItemWidth((float) (LANE_WIDTH * scale));
        if (ImGui.combo(
                lane.across() ? "##across" : "##upwards", chosen, lane.lanes().toArray(String[]::new))) {
            session.chooseLane(lane.across(), lane.lanes().get(chosen.get()));
        }
        tip(lane.across() ? Command.LANE_ACROSS : Command.LANE_UPWARDS);
    }

    private static void tip(Command command) {
        if (ImGui.isItemHovered()) {
            ImGui.setTooltip(command.meaning() + " (" + command.keys() + ")");
        }
    }

    @Override
    public void close() {
        backend.shutdown();
        ImGui.destroyContext();
    }
}
