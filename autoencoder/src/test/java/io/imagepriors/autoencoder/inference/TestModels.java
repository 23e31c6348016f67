package io.imagepriors.autoencoder.inference;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.PriorModel;
import io.imagepriors.autoencoder.export.ModelExport;
import io.imagepriors.autoencoder.network.Autoencoder;
import io.imagepriors.autoencoder.network.Weights;
import io.imagepriors.autoencoder.reference.ReferenceModel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/** Model files and images for tests. */
final class TestModels {
  private TestModels() {}

  /** Exports a network with random weights; gives the reference it was checked with. */
  static ReferenceModel export(Autoencoder network, Path file) {
    Weights weights = ReferenceModel.randomWeights(network, 5);
    ReferenceModel reference = new ReferenceModel(network, weights);
    ModelExport.write(
        network, weights, Map.of("name", "test", "summary", "for tests"), reference, file);
    return reference;
  }

  /**
   * The smallest legal model, written by hand: {@code energy = ||x||}, {@code gradient = x /
   * ||x||}, for images of 1x2x3 and no metadata at all.
   */
  static ModelProto.Builder smallest() {
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .setName("g")
            .addInput(value("x", -1, 1, 2, 3))
            .addOutput(value("energy", -1))
            .addOutput(value("gradient", -1, 1, 2, 3))
            .addNode(
                node("ReduceL2", "norm", "x")
                    .addAttribute(
                        AttributeProto.newBuilder()
                            .setName("axes")
                            .setType(AttributeProto.AttributeType.INTS)
                            .addInts(1)
                            .addInts(2)
                            .addInts(3)))
            .addNode(node("Div", "gradient", "x", "norm"))
            .addNode(
                node("Flatten", "flat", "norm")
                    .addAttribute(
                        AttributeProto.newBuilder()
                            .setName("axis")
                            .setType(AttributeProto.AttributeType.INT)
                            .setI(0)))
            .addNode(node("Squeeze", "energy", "flat", "first"))
            .addInitializer(
                TensorProto.newBuilder()
                    .setName("first")
                    .setDataType(TensorProto.DataType.INT64_VALUE)
                    .addDims(1)
                    .addInt64Data(0));
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(17))
        .setGraph(graph);
  }

  static NodeProto.Builder node(String operator, String output, String... inputs) {
    NodeProto.Builder node =
        NodeProto.newBuilder().setOpType(operator).setName(output).addOutput(output);
    for (String input : inputs) {
      node.addInput(input);
    }
    return node;
  }

  /** A declaration of float32; -1 is a free side. */
  static ValueInfoProto value(String name, long... sides) {
    TypeProto.Tensor.Builder type =
        TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE);
    type.getShapeBuilder();
    for (long side : sides) {
      if (side < 0) {
        type.getShapeBuilder().addDimBuilder().setDimParam("N");
      } else {
        type.getShapeBuilder().addDimBuilder().setDimValue(side);
      }
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(type))
        .build();
  }

  static PriorModel bind(OnnxPrior prior) {
    return prior.bind(prior.shape(), prior.descriptor().defaults());
  }

  static ImageStack noise(int count, io.imagepriors.api.Shape shape, long seed) {
    Random random = new Random(seed);
    ImageStack images = ImageStack.zeros(count, shape);
    for (int i = 0; i < images.pixels().length; i++) {
      images.pixels()[i] = random.nextFloat();
    }
    return images;
  }
}
