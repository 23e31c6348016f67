package io.imagepriors.autoencoder.export;

import static io.imagepriors.autoencoder.inference.ModelFormat.CODES;
import static io.imagepriors.autoencoder.inference.ModelFormat.COTANGENT;
import static io.imagepriors.autoencoder.inference.ModelFormat.DECODE;
import static io.imagepriors.autoencoder.inference.ModelFormat.DECODE_VJP;
import static io.imagepriors.autoencoder.inference.ModelFormat.ENCODE;
import static io.imagepriors.autoencoder.inference.ModelFormat.ENERGY;
import static io.imagepriors.autoencoder.inference.ModelFormat.GRADIENT;
import static io.imagepriors.autoencoder.inference.ModelFormat.IMAGES;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import io.imagepriors.api.Shape;
import io.imagepriors.autoencoder.inference.ModelFormat;
import io.imagepriors.autoencoder.network.Autoencoder;
import io.imagepriors.autoencoder.network.Dims;
import io.imagepriors.autoencoder.network.Tensor;
import io.imagepriors.autoencoder.network.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The graphs of an auto-encoder prior. The main one gives {@code E(x) = ||r||}, {@code r =
 * D(Enc(x)) - x}, and its gradient {@code J^T u - u}, where {@code u = r / ||r||} and {@code J} is
 * the Jacobian of {@code D(Enc(x))}; where the energy vanishes, the gradient is taken as 0.
 */
final class ModelGraphs {
  /** Keeps the division by the energy finite; far below the energy of any picture. */
  private static final float SMALLEST_ENERGY = 1e-12f;

  private final Shape shape;
  private final Map<String, Tensor> stored = new LinkedHashMap<>();
  private final Chain encoder;
  private final Chain decoder;

  ModelGraphs(Autoencoder network, Weights weights) {
    this.shape = network.shape();
    this.encoder = new ChainBuilder(network.encoder(), Dims.of(shape), weights, stored).build();
    this.decoder =
        new ChainBuilder(network.decoder(), Dims.of(network.dimension()), weights, stored).build();
  }

  /** The whole file but for its metadata. */
  ModelProto.Builder model() {
    return Declarations.model()
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(ModelFormat.DOMAIN).setVersion(1))
        .setGraph(energy())
        .addFunctions(encode())
        .addFunctions(decode())
        .addFunctions(decodeVjp());
  }

  private GraphProto energy() {
    Nodes nodes = new Nodes();
    List<String> codes = encoder.forward(nodes, IMAGES);
    List<String> images = decoder.forward(nodes, Chain.last(codes));
    String residual = nodes.add("Sub", List.of(Chain.last(images), IMAGES));
    String norm = nodes.add("ReduceL2", List.of(residual), Nodes.ints("axes", 1, 2, 3));
    String divisor = nodes.add("Max", List.of(norm, nodes.constant(SMALLEST_ENERGY)));
    String unit = nodes.add("Div", List.of(residual, divisor));
    String pulled = encoder.backward(nodes, codes, decoder.backward(nodes, images, unit));
    nodes.rename(nodes.add("Sub", List.of(pulled, unit)), GRADIENT);
    nodes.rename(nodes.reshape(norm, 0), ENERGY);
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .setName("energy")
            .addAllNode(nodes.build())
            .addInput(Declarations.images(IMAGES, shape))
            .addOutput(Declarations.value(ENERGY))
            .addOutput(Declarations.images(GRADIENT, shape));
    stored.forEach((name, tensor) -> graph.addInitializer(Declarations.initializer(name, tensor)));
    return graph.build();
  }

  private FunctionProto encode() {
    Nodes nodes = new Nodes();
    nodes.rename(Chain.last(encoder.forward(nodes, IMAGES)), CODES);
    return function(ENCODE, nodes, List.of(IMAGES), CODES);
  }

  private FunctionProto decode() {
    Nodes nodes = new Nodes();
    nodes.rename(Chain.last(decoder.forward(nodes, CODES)), IMAGES);
    return function(DECODE, nodes, List.of(CODES), IMAGES);
  }

  private FunctionProto decodeVjp() {
    Nodes nodes = new Nodes();
    List<String> images = decoder.forward(nodes, CODES);
    nodes.rename(decoder.backward(nodes, images, COTANGENT), GRADIENT);
    nodes.rename(Chain.last(images), IMAGES);
    return function(DECODE_VJP, nodes, List.of(CODES, COTANGENT), GRADIENT, IMAGES);
  }

  private static FunctionProto function(
      String name, Nodes nodes, List<String> data, String... outputs) {
    return FunctionProto.newBuilder()
        .setName(name)
        .setDomain(ModelFormat.DOMAIN)
        .addOpsetImport(Declarations.opset())
        .addAllInput(data)
        .addAllInput(nodes.weights())
        .addAllOutput(List.of(outputs))
        .addAllNode(nodes.build())
        .build();
  }
}
