package org.teleost.learn.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import onnx.Onnx;
import org.nd4j.shade.protobuf.ByteString;
import org.teleost.policy.DenseLayer;
import org.teleost.policy.PolicyNetwork;

/**
 * Translates a network into a graph: Gemm and activation for each layer, then action = min(high, max(low, centre +
 * halfWidth tanh(mean))).
 */
final class OnnxPolicyGraph {
    private final PolicyNetwork network;
    private final int actionSize;
    private final Onnx.GraphProto.Builder graph = Onnx.GraphProto.newBuilder().setName("policy");

    OnnxPolicyGraph(PolicyNetwork network) {
        this.network = network;
        actionSize = network.actionSize();
    }

    Onnx.GraphProto build() {
        graph.addInput(batchOf(OnnxExport.INPUT, network.observationSize()));
        graph.addOutput(batchOf(OnnxExport.OUTPUT, actionSize));
        String x = OnnxExport.INPUT;
        int last = network.layers().size() - 1;
        for (int i = 0; i < last; i++) {
            DenseLayer layer = network.layers().get(i);
            x = addLayer("layer" + i, x, layer, layer.outputs());
        }
        // only the means: the head's right half, log sigma, has no part in the deterministic action
        String mean = addLayer("mean", x, network.layers().get(last), actionSize);
        addSquash(mean);
        return graph.build();
    }

    /** Adds activation(x W + b) over the first {@code columns} outputs; returns the name of the result. */
    private String addLayer(String name, String x, DenseLayer layer, int columns) {
        float[] weights = leftColumns(layer.weights(), layer.inputs(), layer.outputs(), columns);
        String w = addTensor(name + ".weights", weights, layer.inputs(), columns);
        String b = addTensor(name + ".bias", Arrays.copyOf(layer.bias(), columns), columns);
        String sum = addNode("Gemm", name, x, w, b);
        return switch (layer.activation()) {
            case NONE -> sum;
            case RELU -> addNode("Relu", name + ".relu", sum);
            case TANH -> addNode("Tanh", name + ".tanh", sum);
        };
    }

    private void addSquash(String mean) {
        float[] low = network.actionLow();
        float[] high = network.actionHigh();
        float[] centre = new float[actionSize];
        float[] halfWidth = new float[actionSize];
        for (int i = 0; i < actionSize; i++) {
            centre[i] = PolicyNetwork.centre(low[i], high[i]);
            halfWidth[i] = PolicyNetwork.halfWidth(low[i], high[i]);
        }
        String normalised = addNode("Tanh", "normalised", mean);
        String scaled = addNode("Mul", "scaled", normalised, addTensor("halfWidth", halfWidth, actionSize));
        String shifted = addNode("Add", "shifted", scaled, addTensor("centre", centre, actionSize));
        String raised = addNode("Max", "raised", shifted, addTensor("low", low, actionSize));
        addNode("Min", OnnxExport.OUTPUT, raised, addTensor("high", high, actionSize));
    }

    /** A node, its one output and the returned name share {@code name}. */
    private String addNode(String operator, String name, String... inputs) {
        graph.addNode(Onnx.NodeProto.newBuilder()
                .setOpType(operator)
                .setName(name)
                .addAllInput(Arrays.asList(inputs))
                .addOutput(name));
        return name;
    }

    private String addTensor(String name, float[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(Float.BYTES, values.length))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        Onnx.TensorProto.Builder tensor = Onnx.TensorProto.newBuilder()
                .setName(name)
                .setDataType(Onnx.TensorProto.DataType.FLOAT_VALUE)
                .setRawData(ByteString.copyFrom(bytes));
        for (long size : shape) {
            tensor.addDims(size);
        }
        graph.addInitializer(tensor);
        return name;
    }

    private static Onnx.ValueInfoProto batchOf(String name, int size) {
        Onnx.TensorShapeProto.Builder shape = Onnx.TensorShapeProto.newBuilder();
        shape.addDimBuilder().setDimParam("batch");
        shape.addDimBuilder().setDimValue(size);
        Onnx.TypeProto.Tensor tensor = Onnx.TypeProto.Tensor.newBuilder()
                .setElemType(Onnx.TensorProto.DataType.FLOAT_VALUE)
                .setShape(shape)
                .build();
        return Onnx.ValueInfoProto.newBuilder()
                .setName(name)
                .setType(Onnx.TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    private static float[] leftColumns(float[] matrix, int rows, int columns, int kept) {
        if (kept == columns) {
            return matrix;
        }
        float[] left = new float[rows * kept];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(matrix, i * columns, left, i * kept, kept);
        }
        return left;
    }
}
