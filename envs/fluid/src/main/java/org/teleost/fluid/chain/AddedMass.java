package org.teleost.fluid.chain;

import org.ejml.data.DMatrixRMaj;
import org.teleost.fluid.body.DirectForcing;
import org.teleost.fluid.body.RootPose;

/**
 * The fluid's part of the coupled system, J^T B^-1 J on the left and J^T B^-1 (u* - U_root) on the right.
 *
 * <p>J = A S: S = s diag(-sin theta) for the component along the stream and s diag(cos theta) across, A has 1 on and
 * below the diagonal (a marker is at the far end of its link). So J^T B^-1 J = S (A^T B^-1 A) S, and multiplying by A
 * is a running sum. Workspace of one thread.
 */
final class AddedMass {
    private final int links;
    private final double link;
    private final DirectForcing forcing;
    private final DMatrixRMaj sums;
    private final DMatrixRMaj solved;

    /** @param forcing solves with B, placed at the markers before {@link #add} */
    AddedMass(ChainProperties properties, DirectForcing forcing) {
        links = properties.links();
        link = properties.link();
        this.forcing = forcing;
        // columns of A, and u* - U_root beside them
        sums = new DMatrixRMaj(links, links + 1);
        solved = new DMatrixRMaj(links, links + 1);
        for (int k = 0; k < links; k++) {
            for (int l = 0; l <= k; l++) {
                sums.set(k, l, 1.0);
            }
        }
    }

    /** Adds both components to the system of the chain. */
    void add(
            RootPose root,
            double[] cosines,
            double[] sines,
            double[] fluidX,
            double[] fluidY,
            DMatrixRMaj matrix,
            double[] rightHandSide) {
        setFluid(fluidX, root.velocityX);
        forcing.solveX(sums, solved);
        addComponent(sines, -link, matrix.data, rightHandSide);
        setFluid(fluidY, root.velocityY);
        forcing.solveY(sums, solved);
        addComponent(cosines, link, matrix.data, rightHandSide);
    }

    private void setFluid(double[] fluid, double rootVelocity) {
        for (int k = 0; k < links; k++) {
            sums.data[k * (links + 1) + links] = fluid[k] - rootVelocity;
        }
    }

    /** Adds {@code S A^T solved} with S = scale diag(direction); the last column goes to the right. */
    private void addComponent(double[] direction, double scale, double[] matrix, double[] rightHandSide) {
        final double[] z = solved.data;
        final int width = links + 1;
        // row i of A^T solved is the sum of rows i and below
        for (int i = links - 2; i >= 0; i--) {
            addRows(z, i * width, (i + 1) * width, width);
        }
        for (int i = 0; i < links; i++) {
            final double left = scale * direction[i];
            for (int j = 0; j < links; j++) {
                matrix[i * links + j] += left * scale * direction[j] * z[i * width + j];
            }
            rightHandSide[i] += left * z[i * width + links];
        }
    }

    private static void addRows(double[] z, int to, int from, int width) {
        for (int j = 0; j < width; j++) {
            z[to + j] += z[from + j];
        }
    }
}
