package org.teleost.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model's twin for a device: CUDA C functions over the same lanes and the same random streams, with the numbers of
 * this very instance.
 *
 * <p>{@link #source} starts with the definitions that the kernels read (MODEL_INTS, MODEL_FLOATS, MODEL_HISTORY,
 * MODEL_ACTIONS, MODEL_OBSERVATIONS, MODEL_DISCOUNT, MODEL_SHARED_LEAF), the model's own constants and the declaration
 * of its tables, then includes model.cuh and the twin's files, each under its own name and line numbers. The tables'
 * contents are data: instances that differ in tables alone share one compiled program, and {@link #tables} is loaded
 * beside it into the variable {@code tables} of type {@code ModelTables}.
 */
public final class DeviceModel {
    private final String name;
    private final String source;
    private final TableImage image;

    private DeviceModel(String name, String source, TableImage image) {
        this.name = name;
        this.source = source;
        this.image = image;
    }

    /** Starts the twin of a model; the definitions are read from it. */
    public static Builder of(GenerativeModel model) {
        return new Builder(model);
    }

    /** Name of the model. */
    public String name() {
        return name;
    }

    /** CUDA C text of the twin; includes model.cuh and model_defaults.cuh. */
    public String source() {
        return source;
    }

    /** Little-endian image of {@code struct ModelTables}; its length is a multiple of 8, and 0 without tables. */
    public byte[] tables() {
        return image.bytes();
    }

    /** Collects constants, tables and files. */
    public static final class Builder {
        private final GenerativeModel model;
        private final Map<String, String> constants = new LinkedHashMap<>();
        private final TableImage image = new TableImage();
        private final List<TwinFile> files = new ArrayList<>();

        private Builder(GenerativeModel model) {
            this.model = model;
            StateLayout layout = model.layout();
            define("MODEL_INTS", layout.ints().size());
            define("MODEL_FLOATS", layout.floats().size());
            define("MODEL_HISTORY", layout.history().size());
            define("MODEL_ACTIONS", model.actionCount());
            define("MODEL_OBSERVATIONS", model.observationCount());
            define("MODEL_DISCOUNT", model.discount());
            define("MODEL_SHARED_LEAF", model.heuristicIsShared() ? 1 : 0);
        }

        /** An integer constant; 64 bits where 32 do not hold it. */
        public Builder define(String constant, long value) {
            return add(constant, CLiteral.of(value));
        }

        /** A constant of type double, to the last bit. */
        public Builder define(String constant, double value) {
            return add(constant, CLiteral.of(value));
        }

        /** A constant of type float, so that arithmetic with floats stays in floats. */
        public Builder define(String constant, float value) {
            return add(constant, CLiteral.of(value));
        }

        private Builder add(String constant, String literal) {
            CLiteral.requireIdentifier(constant);
            if (constants.put(constant, literal) != null) {
                throw new IllegalArgumentException("constant " + constant + " is defined twice; give each one name");
            }
            return this;
        }

        /** A table of the instance, {@code tables.name[i]} in the twin; copied. Types as in Java, byte to int8_t. */
        public Builder table(String table, byte[] values) {
            image.add(table, values);
            return this;
        }

        /** A table of int16_t. */
        public Builder table(String table, short[] values) {
            image.add(table, values);
            return this;
        }

        /** A table of int32_t. */
        public Builder table(String table, int[] values) {
            image.add(table, values);
            return this;
        }

        /** A table of int64_t. */
        public Builder table(String table, long[] values) {
            image.add(table, values);
            return this;
        }

        /** A table of float. */
        public Builder table(String table, float[] values) {
            image.add(table, values);
            return this;
        }

        /** A table of double. */
        public Builder table(String table, double[] values) {
            image.add(table, values);
            return this;
        }

        /**
         * Appends a file of the twin, a resource in the package of {@code owner}.
         *
         * @throws IllegalArgumentException when there is no such resource
         */
        public Builder file(Class<?> owner, String resource) {
            files.add(TwinFile.read(owner, resource));
            return this;
        }

        /** Appends a file given as text; compile errors name it {@code fileName}. */
        public Builder file(String fileName, String text) {
            files.add(new TwinFile(fileName, text));
            return this;
        }

        /** The twin; at least one file is needed. */
        public DeviceModel build() {
            if (files.isEmpty()) {
                throw new IllegalStateException(
                        "the device twin of model " + model.name() + " has no file; add one that defines model_step");
            }
            StringBuilder text = new StringBuilder();
            constants.forEach((constant, literal) -> text.append("#define ")
                    .append(constant)
                    .append(' ')
                    .append(literal)
                    .append('\n'));
            text.append("#include \"model.cuh\"\n").append(image.declaration());
            for (TwinFile file : files) {
                text.append("#line 1 \"").append(file.name()).append("\"\n").append(file.text());
                text.append(file.text().endsWith("\n") ? "" : "\n");
            }
            text.append("#line 1 \"after the twin of ").append(model.name()).append("\"\n");
            text.append("#include \"model_defaults.cuh\"\n");
            return new DeviceModel(model.name(), text.toString(), image);
        }
    }
}
