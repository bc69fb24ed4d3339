package org.teleost.fluid.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.fluid.body.DirectForcing;
import org.teleost.fluid.body.Markers;
import org.teleost.fluid.body.RootPose;
import org.teleost.fluid.grid.Grid;

class AddedMassTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 26})
    void agreesWithTheDenseProducts(int links) {
        ChainProperties properties = ChainProperties.finRay(links, 0.0);
        Markers markers = new Markers(links);
        double[] cosines = new double[links];
        double[] sines = new double[links];
        double[] fluidX = new double[links];
        double[] fluidY = new double[links];
        for (int i = 0; i < links; i++) {
            cosines[i] = Math.cos(0.05 * i);
            sines[i] = Math.sin(0.05 * i);
            markers.x[i] = 1.0 + (i + 0.5) / links;
            markers.y[i] = 1.0 + 0.01 * i;
            fluidX[i] = Math.cos(i);
            fluidY[i] = Math.sin(2.0 * i);
        }
        RootPose root = new RootPose();
        root.velocityX = 0.3;
        root.velocityY = -0.8;
        double cell = 1.0 / (1.25 * Math.max(links, 2));
        Grid grid = new Grid((int) (4.0 / cell), (int) (3.0 / cell), cell);
        DirectForcing forcing = new DirectForcing(grid, links);
        forcing.place(markers);
        DMatrixRMaj matrix = new DMatrixRMaj(links, links);
        double[] right = new double[links];

        new AddedMass(properties, forcing).add(root, cosines, sines, fluidX, fluidY, matrix, right);

        DMatrixRMaj expected = new DMatrixRMaj(links, links);
        DMatrixRMaj expectedRight = new DMatrixRMaj(links, 1);
        addPlain(forcing, true, jacobian(sines, -1.0 / links), fluidX, root.velocityX, expected, expectedRight);
        addPlain(forcing, false, jacobian(cosines, 1.0 / links), fluidY, root.velocityY, expected, expectedRight);
        for (int i = 0; i < links; i++) {
            assertThat(right[i]).isEqualTo(expectedRight.get(i, 0), within(1e-12));
            for (int j = 0; j < links; j++) {
                assertThat(matrix.get(i, j)).isEqualTo(expected.get(i, j), within(1e-13));
            }
        }
    }

    private static DMatrixRMaj jacobian(double[] direction, double scale) {
        int links = direction.length;
        DMatrixRMaj jacobian = new DMatrixRMaj(links, links);
        for (int k = 0; k < links; k++) {
            for (int l = 0; l <= k; l++) {
                jacobian.set(k, l, scale * direction[l]);
            }
        }
        return jacobian;
    }

    private static void addPlain(
            DirectForcing forcing,
            boolean alongStream,
            DMatrixRMaj jacobian,
            double[] fluid,
            double rootVelocity,
            DMatrixRMaj matrix,
            DMatrixRMaj right) {
        int links = fluid.length;
        DMatrixRMaj inverse = new DMatrixRMaj(links, links);
        DMatrixRMaj identity = CommonOps_DDRM.identity(links);
        if (alongStream) {
            forcing.solveX(identity, inverse);
        } else {
            forcing.solveY(identity, inverse);
        }
        DMatrixRMaj difference = new DMatrixRMaj(links, 1);
        for (int k = 0; k < links; k++) {
            difference.set(k, 0, fluid[k] - rootVelocity);
        }
        DMatrixRMaj left = new DMatrixRMaj(links, links);
        CommonOps_DDRM.multTransA(jacobian, inverse, left);
        CommonOps_DDRM.multAdd(left, jacobian, matrix);
        CommonOps_DDRM.multAdd(left, difference, right);
    }
}
