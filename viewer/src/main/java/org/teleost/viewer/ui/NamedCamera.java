package org.teleost.viewer.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.teleost.viewer.scene.Camera;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Viewport;

/** The cameras that can be asked for by name. */
public enum NamedCamera implements StepView.Look {
    /** The whole world from above. */
    TOP {
        @Override
        public Camera camera(Frame frame, Viewport viewport) {
            return Camera.fit(frame.bounds(), viewport);
        }
    },
    /** What is around the robot, from above; it follows. */
    CLOSE {
        @Override
        public Camera camera(Frame frame, Viewport viewport) {
            return Camera.fit(frame.focus(), viewport);
        }
    };

    /** The camera of that name; throws an IllegalArgumentException that lists the names. */
    public static NamedCamera of(String name) {
        for (NamedCamera camera : values()) {
            if (camera.text().equals(name)) {
                return camera;
            }
        }
        throw new IllegalArgumentException("camera=" + name + " is unknown; choose one of "
                + Arrays.stream(values()).map(NamedCamera::text).collect(Collectors.joining(", ")));
    }

    /** The name as the user writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
