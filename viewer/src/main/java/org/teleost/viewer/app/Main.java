package org.teleost.viewer.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.teleost.trace.TraceViewer;
import org.teleost.viewer.gl.NoGlException;
import org.teleost.viewer.ui.NamedCamera;
import org.teleost.viewer.ui.Panels;

/** {@code view FILE.mcap} and {@code render FILE.mcap -o a.png}, for use without the Teleost command line. */
public final class Main {
    /** Exit codes: done, failed, wrong usage or no way to draw. */
    static final int OK = 0;

    static final int FAILED = 1;
    static final int USAGE = 2;

    private static final String HELP = """
            Shows Teleost episode traces.

              view FILE.mcap                                   in a window
              render FILE.mcap -o a.png                        without a display
                --step N            step to show, -1 for the last (default 0)
                --camera NAME       top: the whole world, close: around the robot (default top)
                --size WxH          pixels (default 1280x720)
              render FILE.mcap --video out.mp4                 a picture per step; or .apng, .gif
                --steps A..B        first and last step (default 0..-1)
                --rate R            pictures per second (default 4)
            """;

    private Main() {}

    /** The process's exit code tells whether all went well. */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            Arguments arguments = Arguments.parse(args);
            if (arguments.command().equals("help")) {
                out.print(HELP);
            } else if (arguments.command().equals("render")) {
                render(arguments, err);
            } else {
                WindowApp.show(
                        arguments.file(), new TraceViewer.Window(arguments.width(), arguments.height(), null, true));
            }
            return OK;
        } catch (IllegalArgumentException | NoGlException e) {
            err.println("teleost-viewer: " + e.getMessage());
            return USAGE;
        } catch (IOException e) {
            err.println("teleost-viewer: " + e.getMessage());
            return FAILED;
        }
    }

    private static void render(Arguments arguments, PrintStream err) throws IOException {
        RenderJob job = new RenderJob(
                arguments.file(),
                arguments.video() == null ? arguments.step() : arguments.from(),
                arguments.video() == null ? arguments.step() : arguments.to(),
                NamedCamera.of(arguments.camera()),
                Panels.DEFAULT,
                arguments.width(),
                arguments.height(),
                arguments.rate());
        Path video = arguments.video();
        if (video != null) {
            job.video(video, (done, all) -> err.print("\r" + done + " of " + all + (done == all ? "\n" : "")));
        } else {
            job.picture(arguments.output());
        }
    }
}
