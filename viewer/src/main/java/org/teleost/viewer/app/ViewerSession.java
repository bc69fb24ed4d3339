package org.teleost.viewer.app;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.scene.Camera;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.PickedParticle;
import org.teleost.viewer.timeline.Timeline;
import org.teleost.viewer.ui.HelpOverlay;
import org.teleost.viewer.ui.LiveBadge;
import org.teleost.viewer.ui.NamedCamera;
import org.teleost.viewer.ui.Panel;
import org.teleost.viewer.ui.Panels;
import org.teleost.viewer.ui.PictureLayout;
import org.teleost.viewer.ui.PicturePainter;
import org.teleost.viewer.ui.StepBar;
import org.teleost.viewer.ui.StepView;
import org.teleost.viewer.ui.TipBox;

/**
 * What the window shows and how it answers, without a window: commands and mouse events go in, a painted canvas comes
 * out. Owned by one thread.
 */
final class ViewerSession {
    private static final double REFRESH_SECONDS = 1.0;
    private static final double SMOOTH = 1.0 / 60.0;
    private static final double LIVELY = 0.1;
    private static final double IDLE = 0.25;

    /** A picture of a running planner is drawn again after this time in any case. */
    private static final double STILL = 1.0;

    /** Pictures after an event: buttons take more than one to react. */
    private static final int PICTURES_PER_EVENT = 4;

    /** Steps read for the plots per picture, so that a long trace never holds the window up. */
    private static final int READ_PER_PICTURE = 16;

    private EpisodeView episode;
    private final LiveShow live;
    private final PicturePainter painter;
    private final Canvas canvas;
    private final LongSupplier nanoTime;
    private final Timeline timeline;
    private final Set<Layer> layers = EnumSet.allOf(Layer.class);

    /** Layers that pictures of this episode have had something in. */
    private final Set<Layer> offered = EnumSet.noneOf(Layer.class);

    private final PanelControl panels;
    private final Pointer pointer;
    private final InterfaceScale scale = new InterfaceScale();

    /** Page of the help that is shown, -1 for none. */
    private int help = -1;

    private boolean quit;
    private boolean fullScreen;
    private boolean screenshot;
    private boolean reading;
    private final Notice notice;
    private long refreshAt;
    private long paintedAt;
    private int touched = PICTURES_PER_EVENT;

    ViewerSession(EpisodeView episode, Canvas canvas, LongSupplier nanoTime) {
        this(episode, null, canvas, Panels.DEFAULT, nanoTime);
    }

    ViewerSession(EpisodeView episode, Canvas canvas, Panels shownFirst, LongSupplier nanoTime) {
        this(episode, null, canvas, shownFirst, nanoTime);
    }

    /** Follows a running planner. */
    ViewerSession(LiveShow live, Canvas canvas, Panels shownFirst, LongSupplier nanoTime) {
        this(live.view(), live, canvas, shownFirst, nanoTime);
        timeline.follow();
    }

    private ViewerSession(EpisodeView episode, LiveShow live, Canvas canvas, Panels shownFirst, LongSupplier nanoTime) {
        this.episode = episode;
        this.live = live;
        this.canvas = canvas;
        this.nanoTime = nanoTime;
        painter = new PicturePainter(canvas);
        panels = new PanelControl(shownFirst, episode.tree());
        timeline = new Timeline(episode.stepCount(), nanoTime);
        timeline.setRate(episode.stepsPerSecond());
        notice = new Notice(nanoTime);
        pointer = new Pointer(canvas, painter, panels, timeline);
        refreshAt = nanoTime.getAsLong();
    }

    /** Which panels are shown. */
    Panels panels() {
        return panels.panels();
    }

    /** The particle that the user picked in this step, null for none. */
    PickedParticle picked() {
        return pointer.picked();
    }

    Timeline timeline() {
        return timeline;
    }

    Set<Layer> layers() {
        return layers;
    }

    /** Whether there is something in the layer to show or hide. */
    boolean offers(Layer layer) {
        return offered.isEmpty() || offered.contains(layer);
    }

    /** Whether the episode can have what the command is about. */
    boolean offers(Command command) {
        return switch (command) {
            case LAYER_MAP -> offers(Layer.MAP);
            case LAYER_TRUTH -> offers(Layer.TRUTH);
            case LAYER_BELIEF -> offers(Layer.BELIEF);
            case LAYER_ACTION -> offers(Layer.ACTION);
            case PANEL_TREE, TREE_UNFOLD, TREE_FOLD -> episode.plans();
            case PREVIOUS_EPISODE, NEXT_EPISODE -> live != null;
            default -> true;
        };
    }

    /** The camera of the last picture. */
    Camera camera() {
        return pointer.camera();
    }

    boolean help() {
        return help >= 0;
    }

    /** How large text and panels are. */
    InterfaceScale scale() {
        return scale;
    }

    /** Whether the picture fills the screen. */
    boolean fullScreen() {
        return fullScreen;
    }

    boolean quit() {
        return quit;
    }

    /** Whether this is about a running planner. */
    boolean live() {
        return live != null;
    }

    /**
     * Whether a new picture could differ from the last. Pictures of a running planner are drawn when there is something
     * new to see, because drawing without a graphics card takes time from the planner.
     */
    boolean due() {
        if (live == null || timeline.mode() == Timeline.Mode.PLAYING || reading || notice.shown()) {
            return true;
        }
        boolean news = live.poll();
        boolean old = nanoTime.getAsLong() - paintedAt > (long) (1e9 * STILL);
        return news || old || touched > 0;
    }

    /** Whether a screenshot of the next picture was asked for since the last call. */
    boolean takeScreenshotRequest() {
        boolean asked = screenshot;
        screenshot = false;
        return asked;
    }

    /** Shows a line of text for a few seconds. */
    void notice(String text) {
        notice.show(text);
    }

    /** Seconds until the next picture is due if nothing happens. */
    double secondsToNextPicture() {
        if (timeline.mode() == Timeline.Mode.PLAYING || reading || live != null && touched > 0) {
            return SMOOTH;
        }
        return live != null || timeline.mode() == Timeline.Mode.FOLLOWING || notice.shown() ? LIVELY : IDLE;
    }

    void handle(Command command) {
        touched = PICTURES_PER_EVENT;
        if (!offers(command)) {
            notice("there is none here: " + command.meaning());
            return;
        }
        switch (command) {
            case TOGGLE_PLAY -> toggle();
            case NEXT -> timeline.stepBy(1);
            case PREVIOUS -> timeline.stepBy(-1);
            case FIRST -> timeline.scrub(timeline.first());
            case LAST -> last();
            case PREVIOUS_EPISODE -> turn(-1);
            case NEXT_EPISODE -> turn(1);
            case FASTER -> timeline.setSpeed(2 * timeline.speed());
            case SLOWER -> timeline.setSpeed(timeline.speed() / 2);
            case FOLLOW -> timeline.follow();
            case LOOP -> timeline.setLoop(!timeline.loop());
            case SET_IN -> timeline.setIn(timeline.step());
            case SET_OUT -> timeline.setOut(timeline.step());
            case CLEAR_RANGE -> timeline.clearRange();
            case CAMERA_TOP -> pointer.lookFrom(NamedCamera.TOP);
            case CAMERA_CLOSE -> pointer.lookFrom(NamedCamera.CLOSE);
            case LAYER_MAP -> toggle(Layer.MAP);
            case LAYER_TRUTH -> toggle(Layer.TRUTH);
            case LAYER_BELIEF -> toggle(Layer.BELIEF);
            case LAYER_ACTION -> toggle(Layer.ACTION);
            case PANEL_PLANNER -> toggle(Panel.PLANNER);
            case PANEL_TREE -> toggle(Panel.TREE);
            case PANEL_HISTORY -> toggle(Panel.HISTORY);
            case TREE_UNFOLD -> panels.unfoldAll();
            case TREE_FOLD -> panels.foldAll();
            case LANE_ACROSS -> turnLane(true);
            case LANE_UPWARDS -> turnLane(false);
            case RESET_LAYOUT -> resetLayout();
            case LARGER -> scale.enlarge(1);
            case SMALLER -> scale.enlarge(-1);
            case USUAL_SCALE -> scale.setSteps(0);
            case FULL_SCREEN -> fullScreen = !fullScreen;
            case SCREENSHOT -> screenshot = true;
            case HELP -> turnHelp();
            case QUIT -> quit = true;
        }
    }

    /** Playing from the newest step of a running planner on means to follow it. */
    private void toggle() {
        if (live != null && timeline.mode() == Timeline.Mode.PAUSED && timeline.step() >= timeline.length() - 1) {
            timeline.follow();
        } else {
            timeline.toggle();
        }
    }

    private void last() {
        if (live != null) {
            timeline.follow();
        } else {
            timeline.scrub(timeline.last());
        }
    }

    /** Goes to another episode of a running planner and stays there. */
    private void turn(int direction) {
        if (live == null) {
            return;
        }
        try {
            if (direction < 0 ? live.showPrevious() : live.showNext()) {
                timeline.pause();
                switchTo(live.view());
            }
        } catch (IOException e) {
            notice("cannot show that episode: " + e.getMessage());
        }
    }

    private void switchTo(EpisodeView other) {
        episode = other;
        offered.clear();
        timeline.setRate(episode.stepsPerSecond());
        timeline.setLength(episode.stepCount());
        timeline.clearRange();
    }

    void toggle(Layer layer) {
        if (!layers.remove(layer)) {
            layers.add(layer);
        }
    }

    /** A panel that has no room is not shown, and why is said. */
    private void toggle(Panel panel) {
        panels.toggle(panel);
        if (panels.panels().shows(panel) && !PictureLayout.hasRoom(canvas.width(), canvas.height(), panels.panels())) {
            notice("no room for all panels: make the window larger, or the text smaller (" + Command.SMALLER.keys()
                    + ")");
        }
    }

    /** The next page, and none after the last. */
    private void turnHelp() {
        int lines = HelpLines.of(this::offers).size();
        help = help + 1 < HelpOverlay.pages(canvas.width(), canvas.height(), lines) ? help + 1 : -1;
    }

    private void turnLane(boolean across) {
        List<String> lanes = lanes();
        if (lanes.isEmpty()) {
            notice("this scene shows places, no lanes");
        } else {
            chooseLane(across, lanes.get((lanes.indexOf(lane(across)) + 1) % lanes.size()));
        }
    }

    /** Lanes that the axes can show, empty where the scene isn't drawn over lanes. */
    List<String> lanes() {
        return episode.scene().lanes();
    }

    String lane(boolean across) {
        return episode.scene().lane(across);
    }

    void chooseLane(boolean across, String lane) {
        episode.scene().chooseLane(across, lane);
    }

    private void resetLayout() {
        panels.setPanels(Panels.DEFAULT);
        pointer.lookFrom(NamedCamera.TOP);
        layers.addAll(EnumSet.allOf(Layer.class));
    }

    /** The left button went down. */
    void press(double x, double y) {
        touched = PICTURES_PER_EVENT;
        pointer.press(x, y);
    }

    /** The left button went up. */
    void release() {
        touched = PICTURES_PER_EVENT;
        pointer.release();
    }

    /** The pointer is somewhere else. */
    void move(double x, double y) {
        touched = PICTURES_PER_EVENT;
        pointer.move(x, y);
    }

    /** The wheel turned by notches, up is positive. */
    void scroll(double x, double y, double notches) {
        touched = PICTURES_PER_EVENT;
        pointer.scroll(x, y, notches);
    }

    /** Paints the present picture on the canvas; with {@code plain} nothing that is not part of the picture. */
    void paint(int width, int height, boolean plain) throws IOException {
        double pixelsPerUnit = scale.in(width, height);
        refresh();
        reading = episode.readMore(READ_PER_PICTURE);
        timeline.setLength(episode.stepCount());
        StepView view = episode.view(advance(), layers, pointer.look(), panels.panels());
        PickedParticle picked = pointer.pickedInThisStep();
        if (picked != null) {
            view = view.withFactsFirst(episode.particle(timeline.step(), picked));
        }
        LiveBadge badge = live == null || plain ? null : live.badge(timeline.mode());
        Camera camera = painter.paint(
                view, width, height, pixelsPerUnit, to -> badge == null ? 0 : badge.width(to.font(), to.width()));
        view.frame().shapes().forEach(drawn -> offered.add(drawn.layer()));
        pointer.painted(view.frame(), camera);
        paintedAt = nanoTime.getAsLong();
        touched = Math.max(0, touched - 1);
        if (plain) {
            return;
        }
        if (picked != null) {
            canvas.disc(camera.pixelX(picked.x()), camera.pixelY(picked.y()), 7, 0, Palette.ACTION, 2);
        }
        if (badge != null) {
            badge.paint(canvas);
        }
        if (help()) {
            HelpOverlay.paint(canvas, HelpLines.of(this::offers), help);
        }
        tip();
        notice.text().ifPresent(text -> StepBar.notice(canvas, text));
    }

    /** What is said about the place under the pointer. */
    private void tip() throws IOException {
        String text = help() ? "" : particleTip();
        String rest = pointer.tip();
        String all = text + (text.isEmpty() || rest.isEmpty() ? "" : "\n") + rest;
        if (!all.isBlank()) {
            TipBox.paint(canvas, pointer.x(), pointer.y(), all);
        }
    }

    private String particleTip() throws IOException {
        PickedParticle near = pointer.near();
        if (near == null || !layers.contains(Layer.BELIEF)) {
            return "";
        }
        return episode.particle(timeline.step(), near).stream()
                .map(fact -> fact.name() + ": " + fact.value())
                .collect(Collectors.joining("\n"));
    }

    /** The pointer has left the picture. */
    void leave() {
        touched = PICTURES_PER_EVENT;
        pointer.leave();
    }

    /** Playing up to the newest step of a running planner turns into following it. */
    private long advance() {
        boolean playing = timeline.mode() == Timeline.Mode.PLAYING;
        long step = timeline.advance();
        if (live != null && !live.ended() && playing && timeline.mode() == Timeline.Mode.PAUSED) {
            timeline.follow();
        }
        return step;
    }

    /** Episodes may grow while they are shown. */
    private void refresh() throws IOException {
        if (live != null) {
            live.poll();
            if (timeline.mode() == Timeline.Mode.FOLLOWING && live.showNewest()) {
                switchTo(live.view());
            }
            return;
        }
        long now = nanoTime.getAsLong();
        if (now >= refreshAt) {
            refreshAt = now + (long) (1e9 * REFRESH_SECONDS);
            episode.refresh();
        }
    }
}
