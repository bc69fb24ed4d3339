package org.teleost.learn.network;

import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;
import org.teleost.storage.JavaCppFolder;

/**
 * Who multiplies the networks' matrices, and where the matrices lie for it. All matrices are row-major; where one
 * argument follows from another, {@code rows} and {@code columns} are those of the result.
 */
public abstract sealed class Products permits BlasProducts, Nd4jProducts {
    /** System property: {@code openblas} or {@code nd4j}. */
    public static final String PROPERTY = "teleost.products";

    static {
        JavaCppFolder.prepare();
    }

    /**
     * What {@link #PROPERTY} names; without it OpenBLAS when ND4J computes on the CPU, else ND4J itself.
     *
     * @throws IllegalArgumentException if the property names something else, or OpenBLAS and ND4J's memory is a GPU's
     */
    public static Products standard() {
        return choose(System.getProperty(PROPERTY), Nd4j.getExecutioner().type());
    }

    static Products choose(String name, ExecutionerType backend) {
        boolean host = backend == ExecutionerType.NATIVE_CPU;
        return switch (name == null ? host ? "openblas" : "nd4j" : name) {
            case "nd4j" -> nd4j();
            case "openblas" -> {
                if (!host) {
                    throw new IllegalArgumentException(
                            "-D" + PROPERTY + "=openblas needs ND4J's memory on the host, and" + " ND4J runs on "
                                    + backend + "; set BACKEND_PRIORITY_CPU=200 in the environment");
                }
                yield openBlas();
            }
            default ->
                throw new IllegalArgumentException(
                        "-D" + PROPERTY + "=" + name + "; it may be openblas, nd4j, or left out");
        };
    }

    /** OpenBLAS on ND4J's memory, for ND4J's CPU backend; the fastest there. */
    public static Products openBlas() {
        return BlasProducts.INSTANCE;
    }

    /** ND4J's public functions alone, for any of its backends. */
    public static Products nd4j() {
        return Nd4jProducts.INSTANCE;
    }

    /** Zeros; {@code length} is positive. */
    abstract Floats floats(int length);

    /** C += A B, with A [rows][inner], B [inner][columns], C [rows][columns]. */
    abstract void addProduct(Floats a, Floats b, Floats c, int rows, int inner, int columns);

    /** C = A^T B, with A [inner][rows], B [inner][columns], C [rows][columns]. */
    abstract void multiplyLeftTransposed(Floats a, Floats b, Floats c, int rows, int inner, int columns);

    /** C = A B^T, with A [rows][inner], B [columns][inner], C [rows][columns]. */
    abstract void multiplyRightTransposed(Floats a, Floats b, Floats c, int rows, int inner, int columns);

    /** Sum of absolute values; NaN or infinite if one of them is. */
    abstract float absoluteSum(Floats x, int length);
}
