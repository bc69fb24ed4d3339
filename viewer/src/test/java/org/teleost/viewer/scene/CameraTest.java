package org.teleost.viewer.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CameraTest {
    private static final Viewport VIEWPORT = new Viewport(100, 50, 400, 200);
    private static final Camera CAMERA = Camera.fit(new Bounds(0, 0, 10, 10), VIEWPORT);

    @Test
    void fitShowsAllAtOneScaleWithYUp() {
        assertThat(CAMERA.scale()).isEqualTo(20);
        assertThat(CAMERA.pixelX(5)).isEqualTo(300);
        assertThat(CAMERA.pixelY(0)).isEqualTo(250);
        assertThat(CAMERA.pixelY(10)).isEqualTo(50);
    }

    @Test
    void pixelsAndWorldAreInverse() {
        Camera moved = CAMERA.pan(13, -7).zoomAt(222, 111, 1.7);
        assertThat(moved.worldX(moved.pixelX(3.25))).isCloseTo(3.25, within(1e-9));
        assertThat(moved.worldY(moved.pixelY(-8.5))).isCloseTo(-8.5, within(1e-9));
    }

    @Test
    void panMovesTheWorldWithThePointer() {
        Camera moved = CAMERA.pan(40, 20);
        assertThat(moved.pixelX(5)).isEqualTo(340);
        assertThat(moved.pixelY(5)).isEqualTo(CAMERA.pixelY(5) + 20);
    }

    @Test
    void zoomKeepsThePointUnderThePointer() {
        Camera zoomed = CAMERA.zoomAt(350, 80, 3);
        assertThat(zoomed.scale()).isEqualTo(60);
        assertThat(zoomed.worldX(350)).isCloseTo(CAMERA.worldX(350), within(1e-9));
        assertThat(zoomed.worldY(80)).isCloseTo(CAMERA.worldY(80), within(1e-9));
    }

    @Test
    void zoomStopsAtItsLimits() {
        Camera camera = CAMERA;
        for (int i = 0; i < 100; i++) {
            camera = camera.zoomAt(200, 100, 100);
        }
        assertThat(camera.scale()).isEqualTo(1e6);
    }

    @Test
    void emptyBoundsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bounds(1, 0, 1, 5))
                .withMessageContaining("x=1.0..1.0");
    }
}
