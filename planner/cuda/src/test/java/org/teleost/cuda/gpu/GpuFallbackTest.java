package org.teleost.cuda.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.cuda.device.DeviceException;
import org.teleost.cuda.engine.Problems;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.EngineChoice;
import org.teleost.plan.EngineProvider;
import org.teleost.plan.EngineUnavailableException;
import org.teleost.plan.PlannerSettings;

/**
 * Whatever the GPU lacks: {@code cuda} says it in one line and the host plans, {@code cuda!} refuses with that line.
 */
class GpuFallbackTest {
    private static final PlannerSettings SETTINGS = PlannerSettings.defaults().withThreads(1);

    private static FakeDriver driver = new FakeDriver();

    /** What ServiceLoader finds under the name {@code cuda}. */
    public static final class FakeProvider extends GpuEngineProvider {
        public FakeProvider() {
            super(new GpuLookup(driver));
        }
    }

    @TempDir
    private Path folder;

    private ClassLoader loader;

    /** The fake is the only engine, whatever else is built in. */
    @BeforeEach
    void install() throws Exception {
        driver = new FakeDriver();
        Path services = Files.writeString(folder.resolve("services"), FakeProvider.class.getName());
        loader = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(new ClassLoader(loader) {
            @Override
            public Enumeration<URL> getResources(String name) throws java.io.IOException {
                return name.equals("META-INF/services/" + EngineProvider.class.getName())
                        ? Collections.enumeration(List.of(services.toUri().toURL()))
                        : super.getResources(name);
            }
        });
    }

    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(loader);
    }

    private static GenerativeModel model() {
        return Problems.all().findFirst().orElseThrow().instance(1).model();
    }

    /** One obstacle, seen by everybody who asks. */
    private static void assertRefused(String reason) {
        GenerativeModel model = model();
        List<String> notices = new ArrayList<>();
        assertThat(EngineChoice.parse("cuda")
                        .settle(model, SETTINGS, notices::add)
                        .name())
                .isEqualTo(EngineChoice.HOST);
        assertThat(notices).containsExactly("engine cuda: " + reason + "; planning on the host");
        assertThatThrownBy(() -> EngineChoice.parse("cuda!").settle(model, SETTINGS, notices::add))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessage("engine cuda: " + reason);
        assertThat(notices).hasSize(1);
        assertThat(driver.devicesOpen).isZero();
    }

    private static void assertObstacle(String reason) {
        assertRefused(reason);
        FakeProvider provider = new FakeProvider();
        assertThat(provider.obstacle()).contains(reason);
        assertThat(provider.description()).isEqualTo(reason);
    }

    @Test
    void aMissingDriverIsTheOneLibraryThatTheClassPathCanNotBring() {
        driver.library = new NoClassDefFoundError("Could not initialize class org.bytedeco.cuda.global.cudart");
        driver.library.initCause(new ExceptionInInitializerError(
                new UnsatisfiedLinkError("/cache/cuda.jar/org/libjnicudart.so: libcuda.so.1: cannot open shared object"
                        + " file: No such file or directory\nsecond line")));
        assertObstacle("NVIDIA's driver is not installed (libcuda.so.1: cannot open shared object file: No such file or"
                + " directory); install it");
    }

    @Test
    void aMissingLibraryIsNamed() {
        driver.library = new UnsatisfiedLinkError("no jnicudart in java.library.path: /usr/lib");
        assertObstacle("CUDA's libraries can't be loaded (no jnicudart in java.library.path: /usr/lib); put nd4j-cuda"
                + " with its libraries on the class path, see docs/cuda.md");
    }

    @Test
    void aMissingClassIsNamed() {
        driver.library = new NoClassDefFoundError("org/bytedeco/javacpp/Loader");
        assertObstacle("CUDA's libraries can't be loaded (org/bytedeco/javacpp/Loader); put nd4j-cuda with its"
                + " libraries on the class path, see docs/cuda.md");
    }

    @Test
    void anOldDriverIsToldWhatItKnows() {
        driver.cuda = 11_040;
        assertObstacle("NVIDIA's driver knows CUDA up to 11.4; install one for 11.6 or newer");
    }

    @Test
    void aDriverThatRefusesIsQuoted() {
        driver.count = new DeviceException("starting CUDA: CUDA error 803 (system has unsupported combination)");
        assertObstacle("NVIDIA's driver refuses: starting CUDA: CUDA error 803 (system has unsupported combination)");
    }

    @Test
    void aDriverWithoutGpu() {
        driver.gpus = 0;
        assertObstacle("NVIDIA's driver finds no GPU");
    }

    @Test
    void anOldGpuIsNamedWithItsCapability() {
        driver.capability = 75;
        assertObstacle("Fake GPU has compute capability 7.5; 8.0 or more is needed");
    }

    @Test
    void tooLittleMemoryIsFoundWhenTheEngineIsOpenedAndTheDeviceIsGivenBack() {
        assertThat(new FakeProvider().obstacle()).isEmpty();
        assertThatThrownBy(() -> new FakeProvider().open(model(), SETTINGS))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageMatching(
                        "engine cuda: no memory for bytes=\\d+ on Fake GPU; give the tree less \\(--memory\\)");
        List<String> notices = new ArrayList<>();
        EngineChoice.parse("cuda").settle(model(), SETTINGS, notices::add);
        assertThat(notices).hasSize(1);
        assertThat(notices.get(0)).endsWith("(--memory); planning on the host");
        assertThat(driver.devicesOpen).isZero();
    }

    @Test
    void aLibraryThatCanNotUseTheGpuIsQuoted() {
        driver.opening = new ExceptionInInitializerError(new RuntimeException("no kernel image is available"));
        assertRefused("Fake GPU can't be used (no kernel image is available)");
        driver.opening = new IllegalStateException("device busy");
        assertRefused("Fake GPU can't be used (device busy)");
        driver.opening = new DeviceException("the device program does not compile");
        assertRefused("the device program does not compile");
    }

    @Test
    void aGpuIsDescribedEvenWhenItsMemoryCanNotBeAsked() {
        assertThat(new FakeProvider().description())
                .isEqualTo("Fake GPU, 132 multiprocessors, compute capability 8.9, 1.5 of 141.0 GB free");
        driver.memory = new DeviceException("CUDA error 2");
        assertThat(new FakeProvider().description()).endsWith("8.9, memory unknown (CUDA error 2)");
    }

    @Test
    void aGpuThatNd4jHasNoCodeForIsPlannedOnWithoutIt() {
        driver.capability = 90;
        assertThat(new FakeProvider().obstacle()).isEmpty();
        assertThat(new FakeProvider().description())
                .contains("compute capability 9.0 (newer than ND4J, planned on without it), 1.5 of");
    }

    @Test
    void theDriverIsAskedOnce() {
        GpuLookup lookup = new GpuLookup(driver);
        for (int i = 0; i < 3; i++) {
            assertThat(new GpuEngineProvider(lookup).obstacle()).isEmpty();
        }
        assertThat(driver.loads).isEqualTo(1);
    }
}
