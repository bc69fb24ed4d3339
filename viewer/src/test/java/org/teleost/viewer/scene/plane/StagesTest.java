package org.teleost.viewer.scene.plane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.model.GenerativeModel;
import org.teleost.problem.ProblemProvider;
import org.teleost.viewer.scene.plane.Stage.Body;

class StagesTest {
    private static GenerativeModel model(String problem) {
        return ServiceLoader.load(ProblemProvider.class).stream()
                .flatMap(provider -> provider.get().problems().stream())
                .filter(candidate -> candidate.name().equals(problem))
                .findFirst()
                .orElseThrow()
                .instance(1)
                .model();
    }

    /** A stage draws lanes by name; a model that renames one would be drawn at the origin. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "vdptag2",
                "vdptag2-discrete",
                "pushbox-2d",
                "pushbox-3d",
                "parking-2d",
                "parking-3d",
                "lightdark-1d",
                "lightdark-2d",
                "conttag",
                "docking",
                "roomba",
                "sensor-placement-6",
                "sensor-placement-12"
            })
    void everyStageDrawsLanesThatItsModelHas(String problem) {
        GenerativeModel model = model(problem);
        List<String> lanes = new ArrayList<>(model.layout().ints());
        lanes.addAll(model.layout().floats());
        Stage stage = Stages.of(model.name()).orElseThrow();
        for (Body body : stage.known() == null ? List.of(stage.hidden()) : List.of(stage.hidden(), stage.known())) {
            assertThat(lanes).contains(body.x());
            assertThat(body.y().isEmpty() || lanes.contains(body.y())).isTrue();
            assertThat(body.heading().isEmpty() || lanes.contains(body.heading()))
                    .isTrue();
        }
    }
}
